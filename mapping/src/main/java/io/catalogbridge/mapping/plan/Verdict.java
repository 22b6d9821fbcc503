package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.plan.PlanPolicy.Strategy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who wins one field. Absent and empty values mean the same. */
enum Verdict {
    /** The field is, or becomes, what it should be. */
    DESIRED,
    /** A person's edit stays. */
    KEEP_EDIT,
    /** What is there stays, because the policy says so. */
    KEEP_TARGET,
    /** What is there stays, because a person decided so. */
    KEEP_DECIDED,
    /** What is there stays until a person decides. */
    CONFLICT;

    static Verdict of(Strategy strategy, Sides<@Nullable String> sides) {
        if (same(sides.current(), sides.desired())) {
            return DESIRED;
        }
        return switch (strategy) {
            case SOURCE_WINS -> DESIRED;
            case KEEP_TARGET -> isEmpty(sides.current()) ? DESIRED : KEEP_TARGET;
            case MERGE -> isEmpty(sides.current()) ? DESIRED : merge(sides);
            case MANUAL -> same(sides.current(), sides.last()) ? DESIRED : CONFLICT;
        };
    }

    /** What a decision makes of a conflict. */
    static Verdict of(Decision.Resolution resolution) {
        return switch (resolution) {
            case KEEP_TARGET -> KEEP_DECIDED;
            case TAKE_SOURCE -> DESIRED;
        };
    }

    private static Verdict merge(Sides<@Nullable String> sides) {
        if (same(sides.current(), sides.last())) {
            return DESIRED;
        }
        return same(sides.desired(), sides.last()) ? KEEP_EDIT : CONFLICT;
    }

    <T extends @Nullable Object> Merged<T> pick(Sides<T> sides) {
        return this == DESIRED
                ? new Merged<>(sides.desired(), sides.desired())
                : new Merged<>(sides.current(), sides.last());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other) || (isEmpty(one) && isEmpty(other));
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }
}
