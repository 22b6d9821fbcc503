package io.catalogbridge.connectors.datasphere.oauth;

import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.BearerTokens;
import java.time.Clock;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Puts the pieces together for one OAuth client. */
public final class OAuth {

    private final OAuthSettings settings;
    private final HttpUrl tokenUrl;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    /** An OAuth client that asks this token URL over this client. */
    public OAuth(OAuthSettings settings, HttpUrl tokenUrl, ApiClient client, Clock clock) {
        this.settings = settings;
        this.tokenUrl = tokenUrl;
        this.endpoint = new TokenEndpoint(client, tokenUrl, settings, clock);
        this.clock = clock;
    }

    /** The tokens of the configured grant; none is asked for before it is needed. */
    public BearerTokens tokens() {
        return new RenewingTokens(grant(), clock);
    }

    /** How a person signs in; empty for technical users. */
    public Optional<InteractiveSignIn> signIn() {
        return settings.keptTokens()
                .filter(file -> settings.grant() == Grant.AUTHORIZATION_CODE)
                .map(file -> new InteractiveSignIn(endpoint, authorizeUrl(), settings, new TokenFile(file)));
    }

    private TokenGrant grant() {
        return switch (settings.grant()) {
            case CLIENT_CREDENTIALS -> new ClientCredentialsGrant(endpoint);
            case AUTHORIZATION_CODE ->
                new RefreshGrant(endpoint, new TokenFile(settings.keptTokens().orElseThrow()), clock);
        };
    }

    /** XSUAA serves both beside each other: {@code …/oauth/token} and {@code …/oauth/authorize}. */
    private HttpUrl authorizeUrl() {
        return tokenUrl.newBuilder()
                .setPathSegment(tokenUrl.pathSize() - 1, "authorize")
                .build();
    }
}
