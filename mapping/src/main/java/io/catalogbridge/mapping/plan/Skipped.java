package io.catalogbridge.mapping.plan;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that would be changed if the policy, the snapshot or a person's edit did not stand against it.
 *
 * @param subject  the object concerned
 * @param reason   why it is left alone
 * @param message  the reason in words, with the values involved
 * @param decision true if the plan should stop until a person decides
 */
public record Skipped(String subject, Reason reason, String message, boolean decision) implements Comparable<Skipped> {

    private static final Comparator<Skipped> ORDER = Comparator.comparing(Skipped::subject)
            .thenComparing(Skipped::reason)
            .thenComparing(Skipped::message);

    @Override
    public int compareTo(Skipped other) {
        return ORDER.compare(this, other);
    }

    /** Why something is left alone. */
    public enum Reason {
        /** A delete, while parts of the tenant could not be read. */
        PARTIAL_SNAPSHOT,
        /** A delete, and deletes are off. */
        DELETES_OFF,
        /** More deletes than the limit allows. */
        DELETE_LIMIT,
        /** A delete that waits for the end of its grace period. */
        GRACE_PERIOD,
        /** More changes than a plan may hold. */
        CHANGE_LIMIT,
        /** A person's edit that is kept. */
        EDITED_BY_HAND,
        /** A field that the policy leaves to Glue. */
        KEPT_BY_POLICY,
        /** A conflict in which a person decided for what is in Glue. */
        KEPT_BY_DECISION;

        /** Such as {@code delete-limit}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
