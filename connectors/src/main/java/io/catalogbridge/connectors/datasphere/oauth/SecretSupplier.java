package io.catalogbridge.connectors.datasphere.oauth;

/** Hands out a secret when it is needed, so that it can be kept elsewhere and change while we run. */
@FunctionalInterface
public interface SecretSupplier {

    String reveal();

    /** A secret known already; it is not printed. */
    static SecretSupplier of(String secret) {
        return new SecretSupplier() {
            @Override
            public String reveal() {
                return secret;
            }

            @Override
            public String toString() {
                return "***";
            }
        };
    }
}
