package io.catalogbridge.connectors.sandbox.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The server's end of one request: puts a delivery on the wire. */
record Exchange(Request request, Response response, Callback callback) {

    void send(Delivery delivery) {
        switch (delivery.wire()) {
            case WHOLE -> sendWhole(delivery.answer());
            case CUT_IN_BODY -> sendHalf(delivery.answer());
            case CUT_BEFORE_ANSWER -> cut();
        }
    }

    private void sendWhole(HttpAnswer answer) {
        sendHead(answer);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    /** An empty body has no middle: then nothing is sent at all. */
    private void sendHalf(HttpAnswer answer) {
        if (answer.body().length == 0) {
            cut();
            return;
        }
        sendHead(answer);
        ByteBuffer half = ByteBuffer.wrap(answer.body(), 0, answer.body().length / 2);
        response.write(false, half, Callback.from(this::cut, failure -> cut()));
    }

    private void sendHead(HttpAnswer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    }

    private void cut() {
        request.getConnectionMetaData().getConnection().getEndPoint().close(new IOException("Cut on purpose"));
        callback.failed(new CancellationException("Cut on purpose"));
    }
}
