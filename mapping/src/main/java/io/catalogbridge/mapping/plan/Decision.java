package io.catalogbridge.mapping.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on one conflict. It holds for the values it was made on: once Glue or what we last wrote differs from
 * them, it says nothing.
 *
 * @param subject     the object concerned, as in the conflict
 * @param field       the field concerned; empty if it is the whole object
 * @param lastApplied what we had last written; absent if we did not know
 * @param current     what was there
 */
public record Decision(
        String subject,
        String field,
        @Nullable String lastApplied,
        @Nullable String current,
        Resolution resolution) {

    /** Who wins. */
    public enum Resolution {
        /** What is in Glue stays. */
        KEEP_TARGET,
        /** What the source says is written. */
        TAKE_SOURCE;

        /** Such as {@code keep-target}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Resolution> parse(String label) {
            return Arrays.stream(values())
                    .filter(each -> each.label().equals(label))
                    .findFirst();
        }
    }

    /** Whether this was decided on a conflict between these values; absent and empty ones mean the same. */
    boolean on(@Nullable String last, @Nullable String there) {
        return text(last).equals(text(lastApplied)) && text(there).equals(text(current));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
