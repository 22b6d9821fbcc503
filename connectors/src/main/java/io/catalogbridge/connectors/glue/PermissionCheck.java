package io.catalogbridge.connectors.glue;

/**
 * Whether the caller may do something.
 *
 * @param action  IAM action, such as {@code glue:GetTables}
 * @param granted false also if it could not be found out
 * @param message what Glue said; empty if it is granted
 * @param remedy  what to do; empty if it is granted
 */
public record PermissionCheck(String action, boolean granted, String message, String remedy) {}
