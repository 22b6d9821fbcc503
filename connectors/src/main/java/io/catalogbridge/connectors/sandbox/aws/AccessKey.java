package io.catalogbridge.connectors.sandbox.aws;

/** A long-lived key pair that the sandbox accepts; the secret is never printed. */
public record AccessKey(String id, String secret) {

    public AccessKey {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("An access key needs an id and a secret");
        }
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
