package io.catalogbridge.server.logging;

import io.catalogbridge.connectors.http.Redaction;
import java.util.regex.Pattern;

/** Text made fit for a line: without secrets, line breaks and what terminals would obey, and not endless. */
final class Printable {

    static final int MAX_LENGTH = 4_000;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private Printable() {}

    static String of(String text) {
        String clean = Redaction.withoutSecrets(CONTROLS.matcher(cut(text)).replaceAll(" "));
        return clean.strip();
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
