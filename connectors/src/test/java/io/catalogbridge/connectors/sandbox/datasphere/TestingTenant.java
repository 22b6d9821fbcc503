package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.CallCounter;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant behind a real server, with a client that has signed on. */
final class TestingTenant implements AutoCloseable {

    static final String CLIENT_ID = "sb-test!b1|client!b1";
    static final String CLIENT_SECRET = "s3cret$value=";
    static final String FULL = "application/vnd.sap.datasphere.object.content+json";

    private final Tenant tenant;
    private final LoopbackServer server;
    private final CallCounter calls = new CallCounter();
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable String token;

    private TestingTenant(Tenant tenant, UnaryOperator<DatasphereOptions> options, Faults faults, Clock clock) {
        this.tenant = tenant;
        OAuthClient known = new OAuthClient(CLIENT_ID, CLIENT_SECRET);
        DatasphereOptions chosen = options.apply(DatasphereOptions.standard());
        try {
            this.server = LoopbackServer.start(
                    new DatasphereEndpoint(tenant, known, chosen, faults, clock), 0, faults, calls);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static TestingTenant serving(Tenant tenant) {
        return serving(tenant, UnaryOperator.identity(), Faults.none(), Clock.systemUTC());
    }

    static TestingTenant serving(Tenant tenant, UnaryOperator<DatasphereOptions> options, Faults faults, Clock clock) {
        return new TestingTenant(tenant, options, faults, clock);
    }

    static Tenant folder(Path folder) {
        return folder(folder, null, Clock.systemUTC());
    }

    static Tenant folder(Path folder, @Nullable Path data, Clock clock) {
        try {
            return Tenant.ofFolder(folder, data, clock, Set.of());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Writes a file of a tenant folder. */
    static void write(Path root, String path, String json) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, json.replace('`', '"'));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Tenant tenant() {
        return tenant;
    }

    CallCounter calls() {
        return calls;
    }

    URI uri(String path) {
        return URI.create(server.uri() + path);
    }

    String origin() {
        return server.uri().toString();
    }

    HttpResponse<String> get(String path) {
        return get(path, "*/*");
    }

    HttpResponse<String> get(String path, String accept) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token())
                .header("Accept", accept)
                .build());
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    /** Everything about one object, as last saved. */
    JsonNode read(String path) {
        return json(get(path, FULL));
    }

    static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Content-Type", contentType);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> token(String form, String... headers) {
        return post("/oauth/token", "application/x-www-form-urlencoded", form, headers);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new AssertionError(cause);
        }
    }

    static String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }

    private String token() {
        String known = token;
        if (known == null) {
            HttpResponse<String> answer = token("grant_type=client_credentials", "Authorization", basic());
            known = json(answer).path("access_token").asString();
            token = known;
        }
        return known;
    }
}
