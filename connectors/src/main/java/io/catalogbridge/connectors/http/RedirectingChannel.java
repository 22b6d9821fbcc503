package io.catalogbridge.connectors.http;

import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Follows redirects, but never to another host: a token is only for the host it was made for. */
final class RedirectingChannel implements Channel {

    private static final int MAX_HOPS = 5;

    private final Channel inner;

    RedirectingChannel(Channel inner) {
        this.inner = inner;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        ApiCall next = call;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            ApiAnswer answer = inner.send(next);
            Optional<HttpUrl> target = target(next, answer);
            if (target.isEmpty()) {
                return answer;
            }
            next = next.withUrl(target.get());
        }
        return inner.send(next);
    }

    private static Optional<HttpUrl> target(ApiCall call, ApiAnswer answer) {
        boolean followable = answer.redirect() && call.request().method().equals("GET");
        return followable
                ? answer.header("Location")
                        .flatMap(location -> Optional.ofNullable(call.url().resolve(location)))
                        .filter(target -> sameOrigin(call.url(), target))
                : Optional.empty();
    }

    private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }
}
