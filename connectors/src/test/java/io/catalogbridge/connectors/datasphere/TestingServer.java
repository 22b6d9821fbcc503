package io.catalogbridge.connectors.datasphere;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.catalogbridge.connectors.datasphere.oauth.OAuthSettings;
import io.catalogbridge.connectors.datasphere.oauth.SecretSupplier;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.testing.TestingTime;
import java.net.URI;
import java.util.Map;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.stream.Collectors.toMap;

/** A tenant whose answers are given word by word; what is not given is not found, lists of known types are empty. */
final class TestingServer implements AutoCloseable {

    static final String CATALOG = "/api/v1/datasphere/consumption/catalog/";
    static final String CORE = "/dwaas-core/api/v1/";

    private static final int LOW = 9;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    TestingServer(String space) {
        server.start();
        server.stubFor(get(anyUrl()).atPriority(LOW + 1).willReturn(status(404)));
        server.stubFor(post("/oauth/token")
                .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":43199}")));
        json("dwaas-core/api/v1/spaces", "[\"" + space + "\"]");
        ObjectSegment.required().forEach(segment -> list(space, segment, "[]"));
        fallback(CATALOG + "spaces", "{\"value\":[]}");
        fallback(CATALOG + "assets", "{\"value\":[]}");
        fallback("/api/v1/datasphere/spaces/" + space + "/connections", "[]");
    }

    /** Answers a list whatever is asked of it; other stubs may be more exact. */
    void list(String space, ObjectSegment segment, String json) {
        fallback(CORE + "spaces/" + space + "/" + segment.path(), json);
    }

    void json(String path, String json) {
        server.stubFor(get(urlPathEqualTo("/" + path)).willReturn(okJson(json)));
    }

    void json(String path, Map<String, String> query, String json) {
        server.stubFor(get(urlPathEqualTo(path))
                .withQueryParams(
                        query.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> equalTo(entry.getValue()))))
                .atPriority(1)
                .willReturn(okJson(json)));
    }

    void bytes(String path, String type, byte[] body) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(answer(type).withBody(body)));
    }

    WireMockServer wire() {
        return server;
    }

    DatasphereSource source() {
        OAuthSettings oauth = OAuthSettings.technicalUser(
                URI.create(server.baseUrl() + "/oauth/token"), "id", SecretSupplier.of("s"));
        DatasphereConfig config = DatasphereConfig.of(URI.create(server.baseUrl()), oauth)
                .withLimits(CallLimits.DEFAULT.withRequestsPerMinute(600_000));
        return DatasphereSource.open(config, DefinitionCache.NONE, new TestingTime().timing());
    }

    private void fallback(String path, String json) {
        server.stubFor(get(urlPathEqualTo(path)).atPriority(LOW).willReturn(okJson(json)));
    }

    private static ResponseDefinitionBuilder answer(String type) {
        return aResponse().withStatus(200).withHeader("Content-Type", type);
    }

    @Override
    public void close() {
        server.stop();
    }
}
