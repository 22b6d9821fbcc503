package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.spi.ConnectorException;
import java.util.Optional;

/** Where bearer tokens come from. Thread-safe; many callers wanting a new one cause one request. */
public interface BearerTokens {

    /** Calls go out without a token. */
    BearerTokens NONE = new BearerTokens() {
        @Override
        public Optional<String> current() {
            return Optional.empty();
        }

        @Override
        public Optional<String> renewed(String refused) {
            return Optional.empty();
        }
    };

    /**
     * A token that should be valid, obtained now if need be.
     *
     * @throws ConnectorException if none can be had
     */
    Optional<String> current();

    /**
     * Another token than the one that was refused; empty if there is no other.
     *
     * @throws ConnectorException if none can be had
     */
    Optional<String> renewed(String refused);
}
