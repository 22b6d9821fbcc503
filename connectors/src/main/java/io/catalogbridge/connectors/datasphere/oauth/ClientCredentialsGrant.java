package io.catalogbridge.connectors.datasphere.oauth;

import java.util.Map;
import java.util.Optional;

/** A technical user's tokens; there is nothing to refresh, so each is asked for anew. */
final class ClientCredentialsGrant implements TokenGrant {

    private final TokenEndpoint endpoint;

    ClientCredentialsGrant(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Token obtain(Optional<Token> previous) {
        return endpoint.request(Map.of("grant_type", "client_credentials"));
    }
}
