package io.catalogbridge.connectors.http;

import java.util.regex.Pattern;

/** Makes text from outside fit for logs and error messages: no secrets, no control characters, not endless. */
public final class Redaction {

    private static final int MAX_LENGTH = 300;
    private static final Pattern SCHEMES = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/=._~-]{4,}");
    private static final Pattern FIELDS = Pattern.compile("(?i)(\"?(?:access_token|refresh_token|id_token|client_secret"
            + "|password|passcode|assertion|code_verifier|authorization|set-cookie|cookie)\"?\\s*[=:]\\s*)"
            + "(\"[^\"]*\"?|[^\\s&,;}]+)");
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}");

    private Redaction() {}

    public static String of(String text) {
        return cut(withoutSecrets(text.replaceAll("\\p{Cntrl}+", " ").strip()));
    }

    /** The text at its full length, with secrets that are told by their form or name blotted out. */
    public static String withoutSecrets(String text) {
        String withoutSchemes = SCHEMES.matcher(text).replaceAll("$1 ***");
        String withoutFields = FIELDS.matcher(withoutSchemes).replaceAll("$1***");
        return JWT.matcher(withoutFields).replaceAll("***");
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_LENGTH) - 1)) + "…";
    }
}
