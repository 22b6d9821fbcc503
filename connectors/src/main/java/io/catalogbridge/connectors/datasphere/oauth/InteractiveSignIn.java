package io.catalogbridge.connectors.datasphere.oauth;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** A person signs in: authorization code with PKCE, the browser returning to a listener on this machine. */
public final class InteractiveSignIn {

    private final TokenEndpoint endpoint;
    private final HttpUrl authorizeUrl;
    private final OAuthSettings settings;
    private final TokenFile file;
    private final SecureRandom random = new SecureRandom();

    InteractiveSignIn(TokenEndpoint endpoint, HttpUrl authorizeUrl, OAuthSettings settings, TokenFile file) {
        this.endpoint = endpoint;
        this.authorizeUrl = authorizeUrl;
        this.settings = settings;
        this.file = file;
    }

    /**
     * Waits until the person has signed in, and keeps the tokens.
     *
     * @param show told the address the person has to open in a browser
     * @throws io.catalogbridge.connectors.spi.ConnectorException if nobody signs in within the patience, or the tenant refuses
     */
    public void signIn(Consumer<URI> show, Duration patience) {
        Pkce pkce = Pkce.create(random);
        String state = Pkce.randomText(random);
        try (RedirectListener listener = RedirectListener.start(settings.redirect(), state)) {
            show.accept(address(pkce, state));
            file.write(endpoint.request(exchange(listener.code(patience), pkce)));
        }
    }

    private URI address(Pkce pkce, String state) {
        return authorizeUrl
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", settings.clientId())
                .addQueryParameter("redirect_uri", settings.redirect().toString())
                .addQueryParameter("state", state)
                .addQueryParameter("code_challenge", pkce.challenge())
                .addQueryParameter("code_challenge_method", "S256")
                .build()
                .uri();
    }

    private Map<String, String> exchange(String code, Pkce pkce) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                settings.redirect().toString(),
                "code_verifier",
                pkce.verifier());
    }
}
