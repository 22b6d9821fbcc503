package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.Decision.Resolution;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conflict that a plan found, and what was decided on it.
 *
 * @param id          names these values of this field; when Glue changes again, the conflict has another id
 * @param subject     the object concerned, such as {@code glue:sales/orders}
 * @param field       the field concerned; empty if it is the whole object
 * @param container   the database; empty for jobs
 * @param lastApplied what we last wrote; absent if we do not know
 * @param current     what is there
 * @param desired     what we would write
 * @param reason      the conflict in words
 * @param planId      the youngest plan that found it
 * @param seenAt      when a plan first found it
 * @param open        whether the last plan that looked still found it
 * @param taken       the last decision on this field; absent if there is none
 */
public record FoundConflict(
        String id,
        String subject,
        String field,
        String container,
        @Nullable String lastApplied,
        @Nullable String current,
        @Nullable String desired,
        String reason,
        String planId,
        Instant seenAt,
        boolean open,
        Optional<Taken> taken) {

    /** Where a conflict stands. */
    public enum State {
        /** Somebody must decide. */
        OPEN,
        /** Somebody has decided; the next plan obeys. */
        DECIDED,
        /** Somebody has decided, and no plan finds it any more. */
        SETTLED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A decision.
     *
     * @param conflictId the conflict it was taken on
     * @param note       why, in the words of whoever decided; may be empty
     */
    public record Taken(String conflictId, Resolution resolution, String note, String by, Instant at) {}

    public State state() {
        if (!open) {
            return State.SETTLED;
        }
        return taken.filter(this::holds).isPresent() ? State.DECIDED : State.OPEN;
    }

    /** Whether a decision was taken on these very values; an older one says nothing any more. */
    public boolean holds(Taken decision) {
        return decision.conflictId().equals(id);
    }

    /** Whether the whole object is in the way, not one of its fields. */
    public boolean wholeObject() {
        return field.isEmpty();
    }
}
