package io.catalogbridge.connectors.sandbox.aws;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a signature is checked against.
 *
 * @param sessionToken sent with every request of a temporary key; null for a long-lived one
 */
record Credentials(
        String accessKeyId, String secret, @Nullable String sessionToken, Instant expiration, Caller caller) {

    static Credentials longLived(AccessKey key, Caller caller) {
        return new Credentials(key.id(), key.secret(), null, Instant.MAX, caller);
    }

    boolean hasToken(Optional<String> sent) {
        return Optional.ofNullable(sessionToken).equals(sent);
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiration);
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + "]";
    }
}
