package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.Nullable;

/**
 * A field that somebody changed in Glue and that we were about to change as well, or an object that is in our way. It is
 * left as it is until a person decides.
 *
 * @param subject     the object concerned, such as {@code glue:sales/orders}
 * @param field       the field concerned; empty if it is the whole object
 * @param lastApplied what we last wrote; absent if we do not know
 * @param current     what is there
 * @param desired     what we would write
 * @param reason      the conflict in words
 */
public record Conflict(
        String subject,
        String field,
        @Nullable String lastApplied,
        @Nullable String current,
        @Nullable String desired,
        String reason) {}
