package io.catalogbridge.connectors.datasphere.oauth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token with what is needed to replace it.
 *
 * @param renewAt a little before it expires
 * @param refresh absent for technical users
 */
record Token(String access, Instant renewAt, @Nullable String refresh) {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);

    /** A token that was issued now and lives so long; it is renewed when 90 % of that, or all but a minute, has passed. */
    static Token issued(String access, Instant now, Duration lifetime, @Nullable String refresh) {
        Duration tenth = lifetime.dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new Token(access, now.plus(lifetime).minus(margin), refresh);
    }

    boolean due(Instant now) {
        return !now.isBefore(renewAt);
    }

    /** True if a tenant that refuses the one refuses the other. */
    boolean sameAccess(Token other) {
        return access.equals(other.access);
    }

    /** The same token, with the earlier refresh token if no new one came along. */
    Token keeping(@Nullable String earlierRefresh) {
        return refresh == null ? new Token(access, renewAt, earlierRefresh) : this;
    }

    @Override
    public String toString() {
        return "Token[***, to be renewed at " + renewAt + "]";
    }
}
