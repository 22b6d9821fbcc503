package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tenant's OAuth server: client credentials, authorization code with PKCE (S256), refresh tokens; clients sign on
 * with Basic or with form fields. Thread-safe.
 */
final class TokenService {

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(30);
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final OAuthClient client;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    TokenService(OAuthClient client, Duration lifetime, Clock clock) {
        this.client = client;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post("oauth/token", "oauth/token", (call, none) -> token(call)),
                Route.get("oauth/authorize", "oauth/authorize", (call, none) -> authorize(call)));
    }

    /** Whether the call carries an access token that is still good. */
    boolean admits(HttpCall call) {
        return call.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> accessTokens.get(header.substring(7).strip()))
                .filter(expiry -> expiry.isAfter(clock.instant()))
                .isPresent();
    }

    private HttpAnswer token(HttpCall call) {
        Map<String, String> form = call.form();
        String grant = form.getOrDefault("grant_type", "");
        if (!isKnownClient(call, form)) {
            return Problems.oauth(401, "invalid_client", "Bad client credentials");
        }
        return switch (grant) {
            case "client_credentials" -> issue(false);
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
            case "authorization_code" -> redeem(form);
            default -> Problems.oauth(400, "unsupported_grant_type", "Unsupported grant type: " + grant);
        };
    }

    /** A client that proves itself by PKCE may do without its secret, but not send a wrong one. */
    private boolean isKnownClient(HttpCall call, Map<String, String> form) {
        Optional<String> basic = call.header("Authorization");
        boolean byProof = "authorization_code".equals(form.get("grant_type")) && form.containsKey("code_verifier");
        if (byProof && basic.isEmpty() && !form.containsKey("client_secret")) {
            return client.id().equals(form.get("client_id"));
        }
        String given = basic.orElseGet(
                () -> basicOf(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")));
        return acceptedForms().contains(given);
    }

    /** RFC 6749 wants id and secret URL-encoded inside Basic; few clients do it, servers accept both. */
    private List<String> acceptedForms() {
        return List.of(basicOf(client.id(), client.secret()), basicOf(encoded(client.id()), encoded(client.secret())));
    }

    private HttpAnswer refresh(String refreshToken) {
        Instant expiry = refreshTokens.get(refreshToken);
        return expiry != null && expiry.isAfter(clock.instant())
                ? issue(true)
                : Problems.oauth(401, "invalid_grant", "The refresh token is invalid or expired");
    }

    private HttpAnswer redeem(Map<String, String> form) {
        Code code = codes.remove(form.getOrDefault("code", ""));
        boolean good = code != null
                && code.expiry().isAfter(clock.instant())
                && code.redirectUri().equals(form.getOrDefault("redirect_uri", ""))
                && code.isProvenBy(form.getOrDefault("code_verifier", ""));
        return good
                ? issue(true)
                : Problems.oauth(400, "invalid_grant", "The authorization code is invalid, used or expired");
    }

    private HttpAnswer issue(boolean withRefreshToken) {
        Instant now = clock.instant();
        accessTokens.values().removeIf(expiry -> !expiry.isAfter(now));
        String access = "eyJhbGciOiJSUzI1NiJ9." + secret(48) + "." + secret(32);
        accessTokens.put(access, now.plus(lifetime));
        ObjectNode body = Json.object()
                .put("access_token", access)
                .put("token_type", "bearer")
                .put("expires_in", lifetime.toSeconds())
                .put("scope", "uaa.resource")
                .put("jti", secret(16));
        if (withRefreshToken) {
            refreshTokens.values().removeIf(expiry -> !expiry.isAfter(now));
            String refresh = secret(24) + "-r";
            refreshTokens.put(refresh, now.plus(REFRESH_LIFETIME));
            body.put("refresh_token", refresh);
        }
        return HttpAnswer.json(200, body.toString()).withHeader("Cache-Control", "no-store");
    }

    /** There is nobody to ask: the code is granted at once. */
    private HttpAnswer authorize(HttpCall call) {
        String redirectUri = call.queryParameter("redirect_uri").orElse("");
        Optional<String> challenge = call.queryParameter("code_challenge");
        boolean otherMethod = challenge.isPresent()
                && !call.queryParameter("code_challenge_method").equals(Optional.of("S256"));
        if (!call.queryParameter("client_id").equals(Optional.of(client.id()))) {
            return Problems.oauth(401, "invalid_client", "No such client");
        }
        if (!isLoopback(redirectUri)
                || otherMethod
                || !call.queryParameter("response_type").equals(Optional.of("code"))) {
            return Problems.oauth(
                    400, "invalid_request", "Expected response_type=code, a registered redirect_uri, S256");
        }
        Instant now = clock.instant();
        codes.values().removeIf(code -> !code.expiry().isAfter(now));
        String code = secret(16);
        codes.put(code, new Code(redirectUri, challenge.orElse(null), now.plus(CODE_LIFETIME)));
        String state = call.queryParameter("state")
                .map(value -> "&state=" + encoded(value))
                .orElse("");
        String separator = redirectUri.contains("?") ? "&" : "?";
        return HttpAnswer.empty(302).withHeader("Location", redirectUri + separator + "code=" + code + state);
    }

    private static boolean isLoopback(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private static String basicOf(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return URL_SAFE.encodeToString(secret);
    }

    /**
     * An authorization code that was not redeemed yet.
     *
     * @param challenge null when the client asked without PKCE
     */
    private record Code(String redirectUri, @Nullable String challenge, Instant expiry) {

        boolean isProvenBy(String verifier) {
            return challenge == null ? verifier.isEmpty() : challenge.equals(s256(verifier));
        }

        private static String s256(String verifier) {
            try {
                return URL_SAFE.encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException cause) {
                throw new IllegalStateException("Every Java runtime has SHA-256", cause);
            }
        }
    }
}
