package io.catalogbridge.connectors.glue;

import java.time.Instant;
import java.util.Optional;

/**
 * Who calls, as STS tells it.
 *
 * @param account twelve digits
 * @param arn     of the user or the session of a role
 * @param askedAt when it was by the clock of AWS; empty if the answer did not tell
 */
public record CallerIdentity(String account, String arn, String userId, Optional<Instant> askedAt) {}
