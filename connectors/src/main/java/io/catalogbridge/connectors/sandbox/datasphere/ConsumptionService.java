package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Service document, {@code $metadata} and (empty) data of each exposed asset, as rows and for aggregation. */
final class ConsumptionService {

    private final Tenant tenant;
    private final DatasphereOptions options;
    private final Problems problems;

    ConsumptionService(Tenant tenant, DatasphereOptions options, Problems problems) {
        this.tenant = tenant;
        this.options = options;
        this.problems = problems;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ConsumptionPrefix.served(options).forEach(prefix -> {
            for (Shape shape : Shape.values()) {
                routes.addAll(routes(shape, prefix.consumption() + "/" + shape));
            }
        });
        return routes;
    }

    private List<Route> routes(Shape shape, String base) {
        return List.of(
                Route.get(shape + " service", base + "/*/*", (call, path) -> serviceDocument(asset(shape, path))),
                Route.get(shape + "/$metadata", base + "/*/*/$metadata", (call, path) -> metadata(call, shape, path)),
                Route.get(shape + " data", base + "/*/*/*", (call, path) -> data(call, shape, path, false)),
                Route.get(shape + " data", base + "/*/*/*/Set", (call, path) -> data(call, shape, path, true)));
    }

    private HttpAnswer serviceDocument(TenantObject asset) {
        String set = AssetMetadata.setName(asset);
        ObjectNode document = Json.object().put("@odata.context", "$metadata");
        document.putArray("value")
                .addObject()
                .put("name", set)
                .put("kind", "EntitySet")
                .put("url", set);
        return EntityCollection.odata(document);
    }

    private HttpAnswer metadata(HttpCall call, Shape shape, List<String> path) {
        TenantObject asset = asset(shape, path);
        if (!acceptsXml(call)) {
            throw new RequestRejected(406, "$metadata is served as application/xml");
        }
        if (asset.inventory().status() == DeploymentStatus.DESIGN_TIME_ERROR) {
            return problems.internalError();
        }
        AssetMetadata metadata =
                new AssetMetadata(asset, new SourceElements(name -> tenant.definitionSeenFrom(path.get(0), name)));
        MetadataDocument document = shape == Shape.RELATIONAL ? metadata.relational() : metadata.analytical();
        return HttpAnswer.xml(200, document.toXml()).withHeader("odata-version", "4.0");
    }

    private static boolean acceptsXml(HttpCall call) {
        String accept = call.header("Accept").orElse("*/*");
        return accept.contains("*/*") || accept.contains("application/*") || accept.contains("application/xml");
    }

    /** The sandbox keeps no rows, but refuses what a tenant refuses. */
    private HttpAnswer data(HttpCall call, Shape shape, List<String> path, boolean behindParameters) {
        TenantObject asset = asset(shape, path);
        String set = AssetMetadata.setName(asset);
        if (!path.get(2).replaceFirst("\\(.*\\)$", "").equals(set)) {
            throw RequestRejected.notFound("Entity set " + path.get(2));
        }
        if (asset.exposure().parameters() != behindParameters) {
            throw RequestRejected.badRequest("Expected " + set + "(...)/Set exactly where the asset has parameters");
        }
        if (shape == Shape.ANALYTICAL) {
            refuseAnalyticalOddities(call);
        }
        ObjectNode empty = Json.object().put("@odata.context", "$metadata#" + set);
        empty.putArray("value");
        return EntityCollection.odata(empty);
    }

    private static void refuseAnalyticalOddities(HttpCall call) {
        if (call.header("Accept-Language").isEmpty()) {
            throw RequestRejected.badRequest("INVALID_LANGUAGE_HEADER");
        }
        if (call.queryParameter("$count").filter("true"::equals).isPresent()) {
            throw RequestRejected.badRequest("Not supported: $count on entity with annotation"
                    + " @Capabilities.CountRestrictions.Countable: false");
        }
    }

    private TenantObject asset(Shape shape, List<String> path) {
        String space = path.get(0);
        if (tenant.exists(space) && !tenant.isMember(space)) {
            throw RequestRejected.forbidden();
        }
        return tenant.runTime(space, path.get(1))
                .filter(object -> shape.offers(object.exposure()))
                .orElseThrow(() -> RequestRejected.notFound("Asset " + space + "." + path.get(1)));
    }

    /** As rows or aggregated. */
    private enum Shape {
        RELATIONAL,
        ANALYTICAL;

        boolean offers(Exposure exposure) {
            return this == RELATIONAL ? exposure.relational() : exposure.analytical();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
