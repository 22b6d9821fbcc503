package io.catalogbridge.connectors.sandbox.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
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
        request.getConnectionMetaData().getConnection().getEndPoint().close(new IOException(Cut.REASON));
        callback.failed(new Cut());
    }

    /** Ends an exchange whose connection is gone; Jetty warns of every failure that is not marked as quiet. */
    private static final class Cut extends IOException implements QuietException {
        private static final long serialVersionUID = 1L;
        static final String REASON = "Cut on purpose";

        Cut() {
            super(REASON);
        }
    }
}
