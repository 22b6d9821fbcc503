package io.catalogbridge.connectors.sandbox.datasphere;

/** The one client that the tenant knows; the secret is never printed. */
public record OAuthClient(String id, String secret) {

    public OAuthClient {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("An OAuth client needs an id and a secret");
        }
    }

    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }
}
