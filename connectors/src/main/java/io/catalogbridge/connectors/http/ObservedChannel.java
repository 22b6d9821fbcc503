package io.catalogbridge.connectors.http;

import java.io.IOException;

/** Shows each answer's headers to an observer. */
final class ObservedChannel implements Channel {

    private final Channel inner;
    private final AnswerObserver observer;

    ObservedChannel(Channel inner, AnswerObserver observer) {
        this.inner = inner;
        this.observer = observer;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        ApiAnswer answer = inner.send(call);
        observer.answered(call.operation(), answer.headers());
        return answer;
    }
}
