package io.catalogbridge.connectors.datasphere.oauth;

/** In whose name we call. */
public enum Grant {
    /** A technical user's; the OAuth client has the purpose "Technical User". */
    CLIENT_CREDENTIALS,
    /** A person's, who signs in once in a browser; the OAuth client has the purpose "Interactive Usage". */
    AUTHORIZATION_CODE
}
