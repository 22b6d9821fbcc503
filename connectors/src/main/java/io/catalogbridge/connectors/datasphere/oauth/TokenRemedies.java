package io.catalogbridge.connectors.datasphere.oauth;

import java.util.Locale;

/** What to do when the token endpoint of a tenant refuses. */
final class TokenRemedies {

    private static final String WRONG_PURPOSE =
            "The OAuth client does not allow this grant: for client credentials create one with the purpose"
                    + " 'Technical User', for signing in as a person one with the purpose 'Interactive Usage'.";
    private static final String WRONG_CLIENT =
            "Client id or secret is wrong, or the secret has expired; extending it makes a new one. See System,"
                    + " Administration, App Integration.";
    private static final String SIGN_IN_AGAIN = "The sign-in has expired or was used already: sign in again.";
    private static final String LOOK_UP = "Check token URL and OAuth client: System, Administration, App Integration.";

    private TokenRemedies() {}

    /** XSUAA says {@code invalid_client} for a forbidden grant, too; only the message tells. */
    static String remedy(String code, String message) {
        if (message.toLowerCase(Locale.ROOT).contains("grant type")) {
            return WRONG_PURPOSE;
        }
        return switch (code) {
            case "unauthorized_client", "unsupported_grant_type" -> WRONG_PURPOSE;
            case "invalid_client", "unauthorized" -> WRONG_CLIENT;
            case "invalid_grant" -> SIGN_IN_AGAIN;
            default -> LOOK_UP;
        };
    }
}
