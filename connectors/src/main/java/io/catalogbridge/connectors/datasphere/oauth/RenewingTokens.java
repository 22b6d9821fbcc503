package io.catalogbridge.connectors.datasphere.oauth;

import io.catalogbridge.connectors.http.BearerTokens;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the current token and replaces it when due or refused; whoever asks meanwhile waits for the same one. */
final class RenewingTokens implements BearerTokens {

    private final TokenGrant grant;
    private final Clock clock;
    private @Nullable Token token;

    RenewingTokens(TokenGrant grant, Clock clock) {
        this.grant = grant;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> current() {
        Token held = token;
        return Optional.of(held == null || held.due(clock.instant()) ? replace() : held.access());
    }

    @Override
    public synchronized Optional<String> renewed(String refused) {
        Token held = token;
        return Optional.of(held == null || held.access().equals(refused) ? replace() : held.access());
    }

    private String replace() {
        Token obtained = grant.obtain(Optional.ofNullable(token));
        token = obtained;
        return obtained.access();
    }
}
