package io.catalogbridge.mapping.plan;

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
        String field, @Nullable String before, @Nullable String after) {}
