package io.catalogbridge.mapping.catalog;

import org.jspecify.annotations.Nullable;

/**
 * When and by whom an asset was made, changed and deployed; all as the tenant spells it, since no format is promised.
 *
 * @param status deployment status, such as {@code Deployed} or {@code ChangesToDeploy}
 */
public record Lifecycle(
        @Nullable String status,
        @Nullable String createdOn,
        @Nullable String changedOn,
        @Nullable String deployedOn,
        @Nullable String createdBy,
        @Nullable String changedBy) {

    public static final Lifecycle UNKNOWN = new Lifecycle(null, null, null, null, null, null);
}
