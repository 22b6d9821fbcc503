package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The catalog: spaces that the client is a member of, and the assets in them that are exposed for consumption. */
final class CatalogService {

    private static final Set<String> SPACE_FIELDS = Set.of("name", "label");
    private static final Set<String> ASSET_FIELDS = Set.of(
            "name",
            "label",
            "spaceName",
            "assetRelationalMetadataUrl",
            "assetRelationalDataUrl",
            "assetAnalyticalMetadataUrl",
            "assetAnalyticalDataUrl",
            "supportsAnalyticalQueries",
            "hasParameters");
    private static final Pattern ASSET_KEY =
            Pattern.compile("\\s*(?:spaceName|space_name)='([^']*)'\\s*,\\s*name='([^']*)'\\s*");

    private final Tenant tenant;
    private final DatasphereOptions options;
    private final int pageSize;

    /** {@code pageSize} 0 means the protocol's own. */
    CatalogService(Tenant tenant, DatasphereOptions options, int pageSize) {
        this.tenant = tenant;
        this.options = options;
        this.pageSize = pageSize;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ConsumptionPrefix.served(options).forEach(prefix -> routes.addAll(routes(prefix.catalog())));
        return routes;
    }

    private List<Route> routes(String base) {
        return List.of(
                Route.get("catalog", base, (call, none) -> EntityCollection.odata(serviceDocument())),
                Route.get("catalog/$metadata", base + "/$metadata", (call, none) -> CatalogMetadata.answer()),
                Route.get("catalog/spaces", base + "/spaces", (call, none) -> page(call, base, spaces())),
                Route.get("catalog/spaces", base + "/spaces('*')", (call, key) -> space(call, base, key.get(0))),
                Route.get(
                        "catalog/assets",
                        base + "/spaces('*')/assets",
                        (call, key) -> page(call, base, assets(call, List.of(existing(key.get(0)))))),
                Route.get(
                        "catalog/assets",
                        base + "/spaces('*')/assets('*')",
                        (call, key) -> asset(call, base, key.get(0), key.get(1))),
                Route.get(
                        "catalog/assets",
                        base + "/assets",
                        (call, none) -> page(call, base, assets(call, tenant.memberSpaces()))),
                Route.get("catalog/assets", base + "/assets(*)", (call, key) -> asset(call, base, key.get(0))));
    }

    private HttpAnswer page(HttpCall call, String base, EntityCollection collection) {
        return collection.answer(call, origin(call) + "/" + base, pageSize, options.bareArrays());
    }

    private EntityCollection spaces() {
        return new EntityCollection(
                "spaces", SPACE_FIELDS, () -> tenant.memberSpaces().stream().map(this::spaceEntry));
    }

    private EntityCollection assets(HttpCall call, List<String> spaces) {
        return new EntityCollection(
                "assets",
                ASSET_FIELDS,
                () -> spaces.stream().flatMap(space -> exposed(space).map(asset -> assetEntry(call, space, asset))));
    }

    private Stream<TenantObject> exposed(String space) {
        return tenant.runTime(space).filter(object -> object.exposure().exposed());
    }

    private HttpAnswer space(HttpCall call, String base, String name) {
        ObjectNode entity =
                Json.object().put("@odata.context", origin(call) + "/" + base + "/$metadata#spaces/$entity");
        entity.setAll(spaceEntry(existing(name)));
        return EntityCollection.odata(entity);
    }

    private HttpAnswer asset(HttpCall call, String base, String key) {
        Matcher names = ASSET_KEY.matcher(key);
        if (!names.matches()) {
            throw RequestRejected.badRequest("Expected assets(spaceName='...',name='...')");
        }
        return asset(call, base, names.group(1), names.group(2));
    }

    private HttpAnswer asset(HttpCall call, String base, String space, String name) {
        TenantObject asset = tenant.runTime(existing(space), name)
                .filter(object -> object.exposure().exposed())
                .orElseThrow(() -> RequestRejected.notFound("Asset " + space + "." + name));
        ObjectNode entity =
                Json.object().put("@odata.context", origin(call) + "/" + base + "/$metadata#assets/$entity");
        entity.setAll(assetEntry(call, space, asset));
        return EntityCollection.odata(entity);
    }

    /** A space of others does not exist here. */
    private String existing(String space) {
        if (!tenant.isMember(space)) {
            throw RequestRejected.notFound("Space " + space);
        }
        return space;
    }

    private ObjectNode spaceEntry(String name) {
        String label = Json.text(tenant.spaceDefinition(name), "label").orElse(name);
        return Json.object().put("name", name).put("label", label);
    }

    /** Relational links still come with the old prefix where that is served, as recorded. */
    private ObjectNode assetEntry(HttpCall call, String space, TenantObject asset) {
        String place = "/" + encoded(space) + "/" + encoded(asset.name()) + "/";
        ConsumptionPrefix relational = options.oldPrefix() ? ConsumptionPrefix.OLD : ConsumptionPrefix.CURRENT;
        ConsumptionPrefix analytical = options.currentPrefix() ? ConsumptionPrefix.CURRENT : ConsumptionPrefix.OLD;
        ObjectNode entry = Json.object()
                .put("name", asset.name())
                .put("label", asset.label())
                .put("spaceName", space);
        links(
                entry,
                "Relational",
                asset.exposure().relational(),
                origin(call) + "/" + relational.consumption() + "/relational" + place);
        links(
                entry,
                "Analytical",
                asset.exposure().analytical(),
                origin(call) + "/" + analytical.consumption() + "/analytical" + place);
        return entry.put("supportsAnalyticalQueries", asset.exposure().analytical())
                .put("hasParameters", asset.exposure().parameters());
    }

    private static void links(ObjectNode entry, String shape, boolean offered, String address) {
        if (offered) {
            entry.put("asset" + shape + "MetadataUrl", address + "$metadata").put("asset" + shape + "DataUrl", address);
        } else {
            entry.putNull("asset" + shape + "MetadataUrl").putNull("asset" + shape + "DataUrl");
        }
    }

    private static ObjectNode serviceDocument() {
        ObjectNode document = Json.object().put("@odata.context", "$metadata");
        Stream.of("spaces", "assets")
                .forEach(set -> document.withArrayProperty("value")
                        .addObject()
                        .put("name", set)
                        .put("kind", "EntitySet")
                        .put("url", set));
        return document;
    }

    private static String origin(HttpCall call) {
        return "http://" + call.header("Host").orElse("127.0.0.1");
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
