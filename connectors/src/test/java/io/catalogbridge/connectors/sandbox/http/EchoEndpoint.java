package io.catalogbridge.connectors.sandbox.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers with what it was asked, and remembers what it executed. */
final class EchoEndpoint implements HttpEndpoint {

    private final Queue<HttpCall> executed = new ConcurrentLinkedQueue<>();

    Queue<HttpCall> executed() {
        return executed;
    }

    @Override
    public String operationOf(HttpCall call) {
        return call.method() + " echo";
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        executed.add(call);
        if (call.path().equals("/broken")) {
            throw new IllegalStateException("broken on purpose");
        }
        return HttpAnswer.json(200, "{\"path\":\"" + call.path() + "\",\"body\":\"" + call.text() + "\"}");
    }

    @Override
    public HttpAnswer throttled(HttpCall call) {
        return HttpAnswer.json(429, "{\"error\":\"slow down\"}");
    }

    @Override
    public HttpAnswer failed(HttpCall call) {
        return HttpAnswer.json(500, "{\"error\":\"internal\"}");
    }
}
