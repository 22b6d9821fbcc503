package io.catalogbridge.mapping.catalog;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that could not be read, understood or mapped exactly, and why. Findings are values to be shown and counted;
 * they never stop the rest.
 *
 * @param severity how much is lost
 * @param code     stable kebab-case identifier of the kind of finding, such as {@code type-lossy}
 * @param subject  identifier of the object concerned, such as {@code datasphere:SALES/ORDERS#NET}
 * @param message  what is the case, with the values involved
 * @param remedy   what a person can do; empty if nothing needs doing
 */
public record Finding(Severity severity, String code, String subject, String message, String remedy)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::subject)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::remedy);

    /** How much is lost. */
    public enum Severity {
        /** Nothing is lost; worth knowing. */
        INFO,
        /** Mapped, but not exactly. */
        WARNING,
        /** Not mapped. */
        ERROR;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Finding info(String code, String subject, String message) {
        return new Finding(Severity.INFO, code, subject, message, "");
    }

    public static Finding warning(String code, String subject, String message, String remedy) {
        return new Finding(Severity.WARNING, code, subject, message, remedy);
    }

    public static Finding error(String code, String subject, String message, String remedy) {
        return new Finding(Severity.ERROR, code, subject, message, remedy);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
