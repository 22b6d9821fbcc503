package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which web pages may call, and under which names the server answers: otherwise any page in a browser on this machine could
 * use it (MCP, transports, security warning; DNS rebinding).
 */
record OriginRules(Set<String> origins, Set<String> hosts, boolean anyHost) {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    static OriginRules of(HttpSettings settings) {
        return new OriginRules(
                Set.copyOf(settings.allowedOrigins()),
                Set.copyOf(settings.allowedHosts()),
                !settings.onLoopback() && settings.allowedHosts().isEmpty());
    }

    /** What is wrong with where a request comes from or goes to. */
    Optional<String> complaint(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && !allows(origin)) {
            return Optional.of("this origin may not call");
        }
        String host = request.getHeader("Host");
        return host == null || anyHost || allowsHost(host)
                ? Optional.empty()
                : Optional.of("the server does not answer under this host name");
    }

    private boolean allows(String origin) {
        if (origins.contains(origin)) {
            return true;
        }
        try {
            String host = URI.create(origin).getHost();
            return host != null && LOCAL.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean allowsHost(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return LOCAL.contains(name) || hosts.contains(name) || hosts.contains(host);
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d*$", "");
    }
}
