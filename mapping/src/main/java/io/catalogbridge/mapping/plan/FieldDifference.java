package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Ownership;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field that a change touches.
 *
 * @param field  path within the object, such as {@code description}, {@code columns.net_amount.comment} or {@code
 *               parameters.comment}
 * @param before as it is; absent if the field is added
 * @param after  as it will be; absent if the field is removed
 */
public record FieldDifference(
        String field, @Nullable String before, @Nullable String after) {

    private static final Set<String> BOOKKEEPING =
            Set.of("parameters." + Ownership.DIGEST, "parameters." + Ownership.FINGERPRINT);

    /** Whether anything differs at all. */
    boolean real() {
        return !Objects.equals(before, after);
    }

    /** True for hashes that say what was written; they mean nothing to people. */
    boolean bookkeeping() {
        return BOOKKEEPING.contains(field);
    }
}
