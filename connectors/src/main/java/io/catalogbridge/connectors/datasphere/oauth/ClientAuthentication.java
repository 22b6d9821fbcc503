package io.catalogbridge.connectors.datasphere.oauth;

/** How the client proves itself to the token endpoint (RFC 6749, section 2.3.1). */
public enum ClientAuthentication {
    /** In the {@code Authorization} header. */
    BASIC,
    /** As {@code client_id} and {@code client_secret} in the form. */
    FORM
}
