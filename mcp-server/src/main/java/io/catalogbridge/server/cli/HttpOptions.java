package io.catalogbridge.server.cli;

import io.catalogbridge.server.config.SecretReference;
import io.catalogbridge.server.protocol.http.Authenticator;
import io.catalogbridge.server.protocol.http.BearerToken;
import io.catalogbridge.server.protocol.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a server is reached over HTTP. */
final class HttpOptions {

    @Option(
            names = "--http",
            paramLabel = "[HOST:]PORT",
            description = "Serve over HTTP instead of standard input and output: /mcp, /sse, /health, /metrics. "
                    + "Without a host, on this machine only; port 0 takes any free one.")
    @Nullable String address;

    @Option(
            names = "--token",
            paramLabel = "REFERENCE",
            description = "Bearer token that clients must send, as $${env:NAME} or $${file:path}. "
                    + "Needed for any host but this machine's own.")
    @Nullable String token;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Web page that may call, such as https://app.example.com. May be repeated.")
    List<String> origins = new ArrayList<>();

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description = "Name under which the server may be addressed. May be repeated.")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "0",
            description = "Requests of one caller per minute; 0 for no limit (default: ${DEFAULT-VALUE}).")
    int requestsPerMinute;

    @Option(
            names = "--concurrent",
            paramLabel = "N",
            defaultValue = "64",
            description = "Requests that run at the same time; more wait (default: ${DEFAULT-VALUE}).")
    int concurrent = 64;

    @Option(
            names = "--request-bytes",
            paramLabel = "N",
            defaultValue = "4194304",
            description = "Length of one message (default: ${DEFAULT-VALUE}).")
    int requestBytes = 4_194_304;

    boolean wanted() {
        return address != null;
    }

    /** @throws UsageException if other machines could call without saying who they are */
    HttpSettings settings() {
        HttpSettings settings = settingsAt(String.valueOf(address));
        if (!settings.onLoopback() && token == null) {
            throw new UsageException(
                    "anybody on the network could use a server on " + settings.host(),
                    "add --token '${env:NAME}', or leave the host away to serve this machine only");
        }
        return settings;
    }

    private HttpSettings settingsAt(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            HttpSettings settings =
                    colon < 0 ? HttpSettings.loopback(port) : HttpSettings.on(host(text.substring(0, colon)), port);
            return settings.withAllowed(origins, hosts).withLimits(requestBytes, concurrent, requestsPerMinute);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--http takes [HOST:]PORT, not '" + text + "'", "for example --http 8080");
        }
    }

    private static String host(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    /** Who may call; a token is looked up once, so that a missing one shows before anybody calls. */
    Authenticator authenticator(Map<String, String> environment) {
        if (token == null) {
            return Authenticator.everybody(Actor.ASSISTANT);
        }
        SecretReference reference = SecretReference.parse(token, "--token", environment);
        reference.get();
        return new BearerToken(reference, Actor.HTTP);
    }
}
