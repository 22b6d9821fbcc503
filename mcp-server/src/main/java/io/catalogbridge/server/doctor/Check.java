package io.catalogbridge.server.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one look found. Never holds a secret.
 *
 * @param name    what was looked at, such as {@code datasphere space SALES}
 * @param message what is the case
 * @param remedy  what to do about it; empty if nothing needs doing
 */
public record Check(String name, Verdict verdict, String message, String remedy) {

    /** How bad it is. */
    public enum Verdict {
        OK,
        /** Works today, but should be seen to. */
        WARNING,
        FAILED,
        /** Not looked at, since something else stands in the way or it cannot be known without writing. */
        SKIPPED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check ok(String name, String message) {
        return new Check(name, Verdict.OK, message, "");
    }

    static Check warning(String name, String message, String remedy) {
        return new Check(name, Verdict.WARNING, message, remedy);
    }

    static Check failed(String name, @Nullable String message, String remedy) {
        return new Check(name, Verdict.FAILED, String.valueOf(message), remedy);
    }

    static Check skipped(String name, String message, String remedy) {
        return new Check(name, Verdict.SKIPPED, message, remedy);
    }

    boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
