package io.catalogbridge.connectors.http;

import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;

/** An answer read to its end. The body is shared, not copied: nobody in this package writes to it. */
final class ApiAnswer {

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final boolean secondChance;

    ApiAnswer(int status, Headers headers, byte[] body) {
        this(status, headers, body, false);
    }

    private ApiAnswer(int status, Headers headers, byte[] body, boolean secondChance) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.secondChance = secondChance;
    }

    /** The same, marked: the token was refused, but now there is another. */
    ApiAnswer withSecondChance() {
        return new ApiAnswer(status, headers, body, true);
    }

    boolean secondChance() {
        return secondChance;
    }

    boolean unauthorized() {
        return status == 401;
    }

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean successful() {
        return status / 100 == 2;
    }

    boolean redirect() {
        return status / 100 == 3;
    }

    boolean html() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml") || Bodies.startsLikeHtml(body);
    }
}
