package io.catalogbridge.connectors.datasphere.oauth;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth client as the tenant's administrator set it up.
 *
 * @param tokenUrl       absent if it follows from the tenant's address
 * @param authentication how the client proves itself
 * @param tokenFile      where a signed-in person's tokens are kept; needed for {@link Grant#AUTHORIZATION_CODE} only
 * @param redirect       where the browser returns to after signing in; on this machine, as registered with the client
 */
public record OAuthSettings(
        @Nullable URI tokenUrl,
        Grant grant,
        String clientId,
        SecretSupplier secret,
        ClientAuthentication authentication,
        @Nullable Path tokenFile,
        URI redirect) {

    /** What SAP's own command line registers. */
    public static final URI DEFAULT_REDIRECT = URI.create("http://localhost:8080/");

    public OAuthSettings {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("The client id is empty");
        }
        if (grant == Grant.AUTHORIZATION_CODE && tokenFile == null) {
            throw new IllegalArgumentException("Signing in as a person needs a file to keep the tokens in");
        }
    }

    /** A technical user whose client authenticates in the header. */
    public static OAuthSettings technicalUser(@Nullable URI tokenUrl, String clientId, SecretSupplier secret) {
        return new OAuthSettings(
                tokenUrl,
                Grant.CLIENT_CREDENTIALS,
                clientId,
                secret,
                ClientAuthentication.BASIC,
                null,
                DEFAULT_REDIRECT);
    }

    public OAuthSettings withAuthentication(ClientAuthentication value) {
        return new OAuthSettings(tokenUrl, grant, clientId, secret, value, tokenFile, redirect);
    }

    Optional<Path> keptTokens() {
        return Optional.ofNullable(tokenFile);
    }
}
