package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.ApiCall;
import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.Bodies;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.mapping.catalog.Space;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/**
 * Core REST and its public neighbour: what exists, and the definitions. One method is one call, retries aside.
 * Thread-safe.
 */
final class CoreApi {

    /** The most rows a page may be asked for. */
    static final int PAGE = 200;

    private static final String JSON = "application/json";
    private static final String CONTENT = "application/vnd.sap.datasphere.object.content+json";

    private final ApiClient client;
    private final TenantAddress tenant;

    CoreApi(ApiClient client, TenantAddress tenant) {
        this.client = client;
        this.tenant = tenant;
    }

    /** The OpenAPI document from which SAP's own command line builds its commands. */
    Fetched<JsonNode> discovery() {
        HttpUrl url = core("discovery").build();
        return client.fetch(ApiCall.get("discovery", "datasphere:", url, JSON), Bodies::json);
    }

    Fetched<List<String>> spaces() {
        ApiCall call = ApiCall.get("spaces", "datasphere:", core("spaces").build(), JSON);
        return client.fetch(call, Rows::read)
                .map(page -> page.rows().stream()
                        .map(CoreApi::name)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Label and description, for those who may administer the space. */
    Fetched<JsonNode> spaceDefinition(String space) {
        HttpUrl url = core("content")
                .addQueryParameter("space", space)
                .addQueryParameter("spaceDefinition", "true")
                .build();
        return client.fetch(ApiCall.get("spaceDefinition", subject(space), url, JSON), Bodies::json)
                .map(root -> root.path(space).path("spaceDefinition"));
    }

    Fetched<List<Space.Connection>> connections(String space) {
        HttpUrl url = tenant.at("api", "v1", "datasphere", "spaces", space, "connections")
                .build();
        return client.fetch(ApiCall.get("connections", subject(space), url, JSON), Rows::read)
                .map(page -> page.rows().stream()
                        .map(Connections::of)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** One page of a space's objects of one type, after skipping so many; no rows after the last. */
    Fetched<List<ListedObject>> page(String space, ObjectSegment segment, ListColumns columns, int skip) {
        HttpUrl.Builder url = core("spaces", space, segment.path());
        columns.addTo(url);
        url.addQueryParameter("top", Integer.toString(PAGE));
        url.addQueryParameter("skip", Integer.toString(skip));
        return client.fetch(ApiCall.get("list", subject(space), url.build(), JSON), Rows::read)
                .map(page -> page.rows().stream()
                        .map(ListedObject::of)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The definition of one object, whole; 404 if there is none of that type. */
    Fetched<JsonNode> object(String space, ObjectSegment segment, String name) {
        HttpUrl url = core("spaces", space, segment.path(), name).build();
        return client.fetch(ApiCall.get("object", subject(space) + "/" + name, url, CONTENT), Bodies::json);
    }

    /** The {@code $metadata} document at a link from the catalog, always asked of this tenant. */
    Fetched<byte[]> metadata(String subject, HttpUrl url) {
        return client.fetch(ApiCall.get("metadata", subject, url, "application/xml"), Bodies::xml);
    }

    private HttpUrl.Builder core(String... segments) {
        return tenant.at(Stream.concat(Stream.of("dwaas-core", "api", "v1"), Stream.of(segments))
                .toArray(String[]::new));
    }

    private static String subject(String space) {
        return "datasphere:" + space;
    }

    private static Optional<String> name(JsonNode row) {
        String name = row.isString()
                ? row.asString()
                : row.path("technicalName").asString(row.path("name").asString(""));
        return name.isEmpty() || name.indexOf('/') >= 0 ? Optional.empty() : Optional.of(name);
    }
}
