package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The REST interface behind the command line client: spaces, object lists, object reads. */
final class CoreService {

    private static final String BASE = "dwaas-core/api/v1";
    /** Segments that exist, for which this tenant never holds objects. */
    private static final List<String> EMPTY_SEGMENTS = List.of("contexts", "types", "services", "ontologies");

    private final Tenant tenant;
    private final ObjectLists lists;

    /** {@code pageSize} 0 means the protocol's own. */
    CoreService(Tenant tenant, int pageSize) {
        this.tenant = tenant;
        this.lists = new ObjectLists(pageSize);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("discovery", BASE + "/discovery", (call, none) -> DiscoveryDocument.answer()));
        routes.add(Route.get("spaces", BASE + "/spaces", (call, none) -> spaces()));
        routes.add(Route.get("content", BASE + "/content", (call, none) -> content(call)));
        for (ObjectType type : ObjectType.values()) {
            String list = BASE + "/spaces/*/" + type.segment();
            routes.add(Route.get(type.segment() + " list", list, (call, path) -> list(call, path.get(0), type)));
            routes.add(Route.get(type.segment() + " read", list + "/*", (call, path) -> read(call, type, path)));
        }
        for (String segment : EMPTY_SEGMENTS) {
            routes.add(Route.get(segment + " list", BASE + "/spaces/*/" + segment, (call, path) -> {
                requireMember(path.get(0));
                return HttpAnswer.json(200, "[]");
            }));
        }
        return routes;
    }

    private HttpAnswer spaces() {
        ArrayNode names = Json.array();
        tenant.memberSpaces().forEach(names::add);
        return HttpAnswer.json(200, names.toString());
    }

    private HttpAnswer content(HttpCall call) {
        String space = call.queryParameter("space")
                .orElseThrow(() -> RequestRejected.badRequest("The parameter \"space\" is missing"));
        requireMember(space);
        ObjectNode sections = Json.object();
        if (isTrue(call, "spaceDefinition")) {
            sections.set("spaceDefinition", tenant.spaceDefinition(space));
        }
        call.queryParameter("definitions").ifPresent(wanted -> sections.set("definitions", definitions(space, wanted)));
        if (isTrue(call, "connections")) {
            sections.set("connections", tenant.connections(space));
        }
        ObjectNode body = Json.object();
        body.set(space, sections);
        return HttpAnswer.json(200, body.toString());
    }

    private ObjectNode definitions(String space, String wanted) {
        Set<String> names = Set.of(wanted.split(",", -1));
        ObjectNode definitions = Json.object();
        tenant.designTime(space)
                .filter(object -> !object.type().isFlow())
                .filter(object -> wanted.equals("true") || names.contains(object.name()))
                .forEach(object -> definitions.set(object.name(), object.definition()));
        return definitions;
    }

    private HttpAnswer list(HttpCall call, String space, ObjectType type) {
        requireMember(space);
        Stream<TenantObject> objects = tenant.designTime(space).filter(object -> object.type() == type);
        return HttpAnswer.json(200, lists.page(call, objects).toString());
    }

    private HttpAnswer read(HttpCall call, ObjectType type, List<String> path) {
        String space = path.get(0);
        String name = path.get(1);
        requireMember(space);
        ObjectContent wanted = ObjectContent.acceptedBy(call);
        TenantObject object = (wanted.isRunTime() ? tenant.runTime(space, name) : tenant.designTime(space, name))
                .filter(found -> found.type() == type)
                .orElseThrow(() -> RequestRejected.notFound("Object " + name));
        JsonNode body = wanted.of(object);
        return HttpAnswer.of(200, wanted.mediaType(), body.toString());
    }

    private void requireMember(String space) {
        if (!tenant.exists(space)) {
            throw RequestRejected.notFound("Space " + space);
        }
        if (!tenant.isMember(space)) {
            throw RequestRejected.forbidden();
        }
    }

    private static boolean isTrue(HttpCall call, String parameter) {
        return call.queryParameter(parameter).filter("true"::equals).isPresent();
    }
}
