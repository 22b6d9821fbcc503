package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/** One shared token. How long a comparison takes tells nothing about it, and it is never written anywhere. */
public final class BearerToken implements Authenticator {

    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"catalog-bridge\"";

    private final Supplier<String> token;
    private final String principal;

    /**
     * @param token     asked for at each request, so that it can be replaced while the server runs
     * @param principal who holds it, as the audit records it
     */
    public BearerToken(Supplier<String> token, String principal) {
        this.token = token;
        this.principal = principal;
    }

    @Override
    public Verdict judge(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Verdict.Unknown(CHALLENGE, "a bearer token is needed");
        }
        String given = header.substring(SCHEME.length()).strip();
        return MessageDigest.isEqual(digest(given), digest(token.get()))
                ? new Verdict.Known(principal)
                : new Verdict.Unknown(CHALLENGE + ", error=\"invalid_token\"", "the bearer token is not valid");
    }

    /** Digests have the same length, whatever the tokens have. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
