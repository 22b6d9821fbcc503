package io.catalogbridge.connectors.http;

import java.io.IOException;

/** Sends one call and reads the answer to its end, whatever its status. Wrappers add one concern each. Thread-safe. */
@FunctionalInterface
interface Channel {

    /**
     * Sends the call once.
     *
     * @throws IOException if the connection could not be made or broke, also in the middle of the body
     */
    ApiAnswer send(ApiCall call) throws IOException;
}
