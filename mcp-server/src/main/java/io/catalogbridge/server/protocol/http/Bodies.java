package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Bodies of bounded length. */
final class Bodies {

    private Bodies() {}

    /** The whole body; nothing if it is longer than allowed. */
    static Optional<byte[]> read(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            return Optional.empty();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(most + 1);
            return body.length > most ? Optional.empty() : Optional.of(body);
        }
    }
}
