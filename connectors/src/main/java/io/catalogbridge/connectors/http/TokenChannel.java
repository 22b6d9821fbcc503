package io.catalogbridge.connectors.http;

import java.io.IOException;
import java.util.Optional;

/** Puts the current token on a call, as late as possible; a token that is refused is replaced at once. */
final class TokenChannel implements Channel {

    private final Channel inner;
    private final BearerTokens tokens;

    TokenChannel(Channel inner, BearerTokens tokens) {
        this.inner = inner;
        this.tokens = tokens;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        Optional<String> token = tokens.current();
        return token.isPresent() ? send(call, token.get()) : inner.send(call);
    }

    private ApiAnswer send(ApiCall call, String token) throws IOException {
        ApiAnswer answer = inner.send(call.withHeader("Authorization", "Bearer " + token));
        return answer.unauthorized() && tokens.renewed(token).isPresent() ? answer.withSecondChance() : answer;
    }
}
