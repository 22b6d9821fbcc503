package io.catalogbridge.connectors.glue;

/**
 * Who calls, as STS tells it.
 *
 * @param account twelve digits
 * @param arn     of the user or the session of a role
 */
public record CallerIdentity(String account, String arn, String userId) {}
