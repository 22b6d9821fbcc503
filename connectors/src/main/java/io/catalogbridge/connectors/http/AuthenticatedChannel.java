package io.catalogbridge.connectors.http;

import java.io.IOException;
import java.util.Optional;

/** Adds the bearer token; if it is refused, tries once with another. */
final class AuthenticatedChannel implements Channel {

    private static final int UNAUTHORIZED = 401;

    private final Channel inner;
    private final BearerTokens tokens;

    AuthenticatedChannel(Channel inner, BearerTokens tokens) {
        this.inner = inner;
        this.tokens = tokens;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        Optional<String> token = tokens.current();
        ApiAnswer answer = inner.send(authorized(call, token));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        Optional<String> another = token.flatMap(tokens::renewed);
        return another.isPresent() ? inner.send(authorized(call, another)) : answer;
    }

    private static ApiCall authorized(ApiCall call, Optional<String> token) {
        return token.map(bearer -> call.withHeader("Authorization", "Bearer " + bearer))
                .orElse(call);
    }
}
