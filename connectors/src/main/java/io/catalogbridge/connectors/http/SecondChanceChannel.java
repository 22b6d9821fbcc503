package io.catalogbridge.connectors.http;

import java.io.IOException;

/** Sends a call once more when its token was refused and has been replaced. */
final class SecondChanceChannel implements Channel {

    private final Channel inner;

    SecondChanceChannel(Channel inner) {
        this.inner = inner;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        ApiAnswer answer = inner.send(call);
        return answer.secondChance() ? inner.send(call) : answer;
    }
}
