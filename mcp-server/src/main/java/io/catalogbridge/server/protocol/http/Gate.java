package io.catalogbridge.server.protocol.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.failsafe.RateLimiter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Through which every request passes that could do something: origin, caller, rate. Thread-safe. */
final class Gate implements Filter {

    private static final String PRINCIPAL = Gate.class.getName() + ".principal";

    /** Ours, for what is refused before it is read. */
    private static final int REFUSED = -32_600;

    private static final int MAX_CALLERS = 10_000;

    private final OriginRules origins;
    private final Authenticator authenticator;
    private final int requestsPerMinute;
    private final Cache<String, RateLimiter<Object>> rates = Caffeine.newBuilder()
            .maximumSize(MAX_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();
    private volatile boolean draining;

    Gate(HttpSettings settings, Authenticator authenticator) {
        this.origins = OriginRules.of(settings);
        this.authenticator = authenticator;
        this.requestsPerMinute = settings.requestsPerMinute();
    }

    /** Who calls; only behind the gate. */
    static String principal(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(PRINCIPAL));
    }

    /** From now on nothing new is let in. */
    void drain() {
        draining = true;
    }

    boolean draining() {
        return draining;
    }

    @Override
    public void doFilter(ServletRequest any, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (any instanceof HttpServletRequest request && answer instanceof HttpServletResponse response) {
            pass(request, response, chain);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> complaint = origins.complaint(request);
        if (complaint.isPresent()) {
            refuse(response, 403, "Forbidden: " + complaint.get());
        } else if (draining) {
            response.setHeader("Retry-After", "5");
            refuse(response, 503, "The server is stopping");
        } else {
            allowBrowsers(request, response);
            if (request.getMethod().equals("OPTIONS")) {
                response.setStatus(204);
            } else {
                identify(request, response, chain);
            }
        }
    }

    private void identify(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Authenticator.Verdict verdict = authenticator.judge(request);
        if (verdict instanceof Authenticator.Verdict.Unknown unknown) {
            response.setHeader("WWW-Authenticate", unknown.challenge());
            refuse(response, 401, "Unauthorized: " + unknown.reason());
        } else if (verdict instanceof Authenticator.Verdict.Known known) {
            if (withinRate(known.principal() + " " + request.getRemoteAddr())) {
                request.setAttribute(PRINCIPAL, known.principal());
                chain.doFilter(request, response);
            } else {
                response.setHeader("Retry-After", "1");
                refuse(response, 429, "Too many requests; " + requestsPerMinute + " per minute are allowed");
            }
        }
    }

    private boolean withinRate(String caller) {
        return requestsPerMinute == 0
                || rates.get(
                                caller,
                                any -> RateLimiter.burstyBuilder(requestsPerMinute, Duration.ofMinutes(1))
                                        .build())
                        .tryAcquirePermit();
    }

    /** Lets pages of allowed origins read the answers. */
    private static void allowBrowsers(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Vary", "Origin");
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
            response.setHeader(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Accept, Last-Event-ID, Mcp-Session-Id, Mcp-Method, Mcp-Name,"
                            + " MCP-Protocol-Version");
            response.setHeader("Access-Control-Expose-Headers", "Mcp-Session-Id, WWW-Authenticate, Retry-After");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        JsonAnswers.send(response, status, JsonAnswers.error(null, REFUSED, message, Map.of()));
    }
}
