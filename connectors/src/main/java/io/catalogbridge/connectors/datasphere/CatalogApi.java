package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Body;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/** The catalog: the spaces and exposed assets that the caller may see. Thread-safe. */
final class CatalogApi {

    private static final String NEW = "/api/v1/datasphere/consumption/catalog/";
    private static final String OLD = "/api/v1/dwc/catalog/";
    private static final String ASSETS = "catalogAssets";

    private final TenantAddress tenant;
    private final ODataPages pages;
    private final boolean mayFallBack;
    private volatile String prefix;

    CatalogApi(ApiClient client, TenantAddress tenant, CatalogPrefix wanted) {
        this.tenant = tenant;
        this.pages = new ODataPages(client, tenant);
        this.mayFallBack = wanted == CatalogPrefix.AUTO;
        this.prefix = wanted == CatalogPrefix.OLD ? OLD : NEW;
    }

    /** A space as the catalog shows it. */
    record CatalogSpace(String name, String label) {}

    /** The spaces the caller is a member of; settles which prefix the tenant serves. */
    Fetched<List<CatalogSpace>> spaces() {
        Fetched<List<JsonNode>> rows = read("catalogSpaces", "datasphere:", "spaces");
        boolean noSuchAddress = rows.refusedWith(404) || rows.refusedWith(405);
        if (noSuchAddress && mayFallBack && prefix.equals(NEW)) {
            rows = fallBack(rows);
        }
        return mapped(rows, CatalogApi::space);
    }

    /** All exposed assets that the caller may see. */
    Fetched<List<CatalogAsset>> assets() {
        return mapped(read(ASSETS, "datasphere:", "assets"), CatalogAsset::of);
    }

    /** The exposed assets of one space; by a filter where the tenant does not serve spaces one by one. */
    Fetched<List<CatalogAsset>> assets(String space) {
        String key = "'" + space.replace("'", "''") + "'";
        HttpUrl navigated =
                at("spaces(" + TenantAddress.encoded(key) + ")/assets").build();
        Fetched<List<JsonNode>> rows = pages.all(ASSETS, "datasphere:" + space, navigated);
        if (rows.refusedWith(400) || rows.refusedWith(404) || rows.refusedWith(405)) {
            HttpUrl filtered = at("assets")
                    .addQueryParameter("$filter", "spaceName eq " + key)
                    .build();
            rows = pages.all(ASSETS, "datasphere:" + space, filtered);
        }
        return mapped(rows, CatalogAsset::of);
    }

    private Fetched<List<JsonNode>> fallBack(Fetched<List<JsonNode>> refused) {
        prefix = OLD;
        Fetched<List<JsonNode>> rows = read("catalogSpaces", "datasphere:", "spaces");
        if (rows instanceof Body<List<JsonNode>>) {
            return rows;
        }
        prefix = NEW;
        return refused;
    }

    private Fetched<List<JsonNode>> read(String operation, String subject, String path) {
        return pages.all(operation, subject, at(path).build());
    }

    private HttpUrl.Builder at(String path) {
        return tenant.base().newBuilder().encodedPath(prefix + path);
    }

    private static Optional<CatalogSpace> space(JsonNode row) {
        String name = row.isString() ? row.asString() : row.path("name").asString("");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new CatalogSpace(name, row.path("label").asString("")));
    }

    private static <T> Fetched<List<T>> mapped(Fetched<List<JsonNode>> rows, Function<JsonNode, Optional<T>> row) {
        return rows.map(list -> list.stream().map(row).flatMap(Optional::stream).toList());
    }
}
