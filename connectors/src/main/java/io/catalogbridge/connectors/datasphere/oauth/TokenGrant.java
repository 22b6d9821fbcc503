package io.catalogbridge.connectors.datasphere.oauth;

import java.util.Optional;

/** A way to obtain tokens. Called by one thread at a time. */
@FunctionalInterface
interface TokenGrant {

    /**
     * Obtains a token.
     *
     * @param previous the token to be replaced; empty the first time
     */
    Token obtain(Optional<Token> previous);
}
