package io.catalogbridge.connectors.datasphere.oauth;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * A person's tokens, kept in a file since the sign-in and refreshed from then on. The file counts, not what was taken from it
 * before: another process may have refreshed the tokens, or the person signed in anew.
 */
final class RefreshGrant implements TokenGrant {

    private final TokenEndpoint endpoint;
    private final TokenFile file;
    private final Clock clock;

    RefreshGrant(TokenEndpoint endpoint, TokenFile file, Clock clock) {
        this.endpoint = endpoint;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Token obtain(Optional<Token> previous) {
        Token kept = file.read().orElseThrow(this::notSignedIn);
        boolean another = previous.filter(kept::sameAccess).isEmpty();
        return another && !kept.due(clock.instant()) ? kept : refreshed(kept);
    }

    private Token refreshed(Token old) {
        String refresh = old.refresh();
        if (refresh == null) {
            throw notSignedIn();
        }
        Token token = endpoint.request(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                .keeping(refresh);
        file.write(token);
        return token;
    }

    private ConnectorException notSignedIn() {
        return new ConnectorException(
                ErrorKind.AUTH,
                file.toString(),
                "Nobody has signed in, or the sign-in cannot be refreshed",
                "Sign in with the command 'login'.");
    }
}
