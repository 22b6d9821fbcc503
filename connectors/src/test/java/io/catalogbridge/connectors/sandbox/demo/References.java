package io.catalogbridge.connectors.sandbox.demo;

import io.catalogbridge.connectors.sandbox.demo.DemoTenant.DemoObject;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every name by which one object of the tenant points at another. */
final class References {
    private static final String OWN_SPACE = "$DWC";

    private References() {}

    static Stream<String> of(DemoObject object) {
        return switch (object.segment()) {
            case "dataflows" -> ofDataFlow(object.definition());
            case "replicationflows" -> ofReplicationFlow(object.definition().path("contents"));
            case "transformationflows" -> ofTransformationFlow(object.definition());
            case "taskchains" -> ofTaskChain(object.definition());
            default -> ofEntity(object);
        };
    }

    static Stream<String> connectionsOf(DemoObject object) {
        return object.body().findValues("connectionID").stream()
                .map(JsonNode::asString)
                .filter(connection -> !connection.equals(OWN_SPACE));
    }

    static Stream<String> replicationConnectionsOf(DemoObject object) {
        return object.body().findValues("connectionId").stream()
                .map(JsonNode::asString)
                .filter(connection -> !connection.equals(OWN_SPACE));
    }

    private static Stream<String> ofEntity(DemoObject object) {
        JsonNode definition = object.definition();
        Stream<String> fromQuery = sources(definition.path("query"));
        Stream<String> accessControls = strings(
                definition.path("@DataWarehouse.dataAccessControl.usage").findValues("target"));
        Stream<String> permissions = strings(
                definition.path("@DataWarehouse.dataAccessControl.definition").findValues("sourceEntity"));
        Stream<String> modelSources = object.businessLayer().path("sourceModel").findValues("dataEntity").stream()
                .map(entity -> entity.path("key").asString());
        return Stream.of(fromQuery, associationTargets(definition), accessControls, permissions, modelSources)
                .flatMap(names -> names)
                .filter(name -> !object.body().path("definitions").path(name).has("@DataWarehouse.enclosingObject"));
    }

    private static Stream<String> ofDataFlow(JsonNode flow) {
        return flow.path("contents")
                .path("processes")
                .valueStream()
                .map(process -> process.path("metadata").path("config"))
                .filter(config -> config.path("hanaConnection")
                        .path("connectionID")
                        .asString("")
                        .equals(OWN_SPACE))
                .map(config -> config.path("dwcEntity").asString());
    }

    private static Stream<String> ofReplicationFlow(JsonNode contents) {
        return contents.path("replicationTasks")
                .valueStream()
                .flatMap(task ->
                        Map.of("sourceSystem", "sourceObject", "targetSystem", "targetObject").entrySet().stream()
                                .filter(side -> isOwnSpace(contents.path(side.getKey())))
                                .map(side ->
                                        task.path(side.getValue()).path("name").asString()));
    }

    private static boolean isOwnSpace(JsonNode systems) {
        return systems.path(0).path("connectionId").asString("").equals(OWN_SPACE);
    }

    private static Stream<String> ofTransformationFlow(JsonNode flow) {
        return flow.path("contents")
                .path("processes")
                .valueStream()
                .map(process -> process.path("metadata").path("config"))
                .flatMap(config -> config.has("attributeMappings")
                        ? Stream.of(config.path("name").asString())
                        : sources(config.path("definition").path("query")));
    }

    private static Stream<String> ofTaskChain(JsonNode chain) {
        return chain.findValues("taskIdentifier").stream()
                .map(task -> task.has("spaceId")
                        ? task.path("spaceId").asString() + "."
                                + task.path("objectId").asString()
                        : task.path("objectId").asString());
    }

    static Stream<String> sources(JsonNode query) {
        return query.findValues("from").stream().flatMap(References::sourcesOfFrom);
    }

    /** {@code findValues} stops at the outermost FROM, so the ones inside it are walked here. */
    private static Stream<String> sourcesOfFrom(JsonNode from) {
        if (from.has("args")) {
            return from.path("args").valueStream().flatMap(References::sourcesOfFrom);
        }
        if (from.has("SELECT")) {
            return sourcesOfFrom(from.path("SELECT").path("from"));
        }
        return Stream.of(from.path("ref").path(0).asString());
    }

    private static Stream<String> associationTargets(JsonNode definition) {
        Stream<JsonNode> inElements = definition.path("elements").valueStream();
        Stream<JsonNode> inMixins =
                definition.path("query").findValues("mixin").stream().flatMap(JsonNode::valueStream);
        return Stream.concat(inElements, inMixins)
                .filter(element -> element.has("target"))
                .map(element -> element.path("target").asString());
    }

    private static Stream<String> strings(Iterable<JsonNode> nodes) {
        Stream.Builder<String> strings = Stream.builder();
        nodes.forEach(node -> strings.add(node.asString()));
        return strings.build();
    }
}
