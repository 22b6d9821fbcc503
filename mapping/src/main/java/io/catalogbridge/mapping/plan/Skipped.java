package io.catalogbridge.mapping.plan;

/**
 * Something that would be changed if the policy, the snapshot or a person's edit did not stand against it.
 *
 * @param subject  the object concerned
 * @param reason   why it is left alone
 * @param message  the reason in words, with the values involved
 * @param decision true if the plan should stop until a person decides
 */
public record Skipped(String subject, Reason reason, String message, boolean decision) {

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
        EDITED_BY_HAND
    }
}
