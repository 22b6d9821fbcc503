package io.catalogbridge.server.protocol.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * Where the server listens, and what it allows.
 *
 * @param host              name or address of the interface; {@code 127.0.0.1} unless asked otherwise
 * @param port              0 for any free one
 * @param allowedOrigins    web pages that may call, such as {@code https://app.example.com}; pages of this machine always may
 * @param allowedHosts      names under which the server may be addressed, besides those of this machine
 * @param requestBytes      length of one message
 * @param concurrent        requests that run at the same time; more wait
 * @param patience          how long a request waits for its turn before it is told to come back later
 * @param requestsPerMinute of one caller; 0 for no limit
 * @param drain             how long requests under way may take to finish when the server stops
 */
public record HttpSettings(
        String host,
        int port,
        List<String> allowedOrigins,
        List<String> allowedHosts,
        int requestBytes,
        int concurrent,
        Duration patience,
        int requestsPerMinute,
        Duration drain) {

    private static final int REQUEST_BYTES = 4 * 1024 * 1024;
    private static final int CONCURRENT = 64;

    public HttpSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedHosts = List.copyOf(allowedHosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
        }
        if (requestBytes < 1 || concurrent < 1 || requestsPerMinute < 0 || drain.isNegative()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** On this machine only. */
    public static HttpSettings loopback(int port) {
        return on("127.0.0.1", port);
    }

    public static HttpSettings on(String host, int port) {
        return new HttpSettings(
                host,
                port,
                List.of(),
                List.of(),
                REQUEST_BYTES,
                CONCURRENT,
                Duration.ofSeconds(30),
                0,
                Duration.ofSeconds(20));
    }

    public HttpSettings withAllowed(List<String> origins, List<String> hosts) {
        return new HttpSettings(
                host, port, origins, hosts, requestBytes, concurrent, patience, requestsPerMinute, drain);
    }

    public HttpSettings withLimits(int bytes, int atOnce, int perMinute) {
        return new HttpSettings(host, port, allowedOrigins, allowedHosts, bytes, atOnce, patience, perMinute, drain);
    }

    public HttpSettings withTimes(Duration waiting, Duration draining) {
        return new HttpSettings(
                host,
                port,
                allowedOrigins,
                allowedHosts,
                requestBytes,
                concurrent,
                waiting,
                requestsPerMinute,
                draining);
    }

    /** Whether only this machine can reach the server. */
    public boolean onLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
