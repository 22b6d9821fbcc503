package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The connections that a space must have, since its objects name them. */
final class StandingConnections {

    private static final String OWN_SPACE = "$DWC";

    private StandingConnections() {}

    static ArrayNode usedBy(Collection<TenantObject> objects) {
        Map<String, String> typeByName = new TreeMap<>();
        for (TenantObject object : objects) {
            remoteConnection(object).ifPresent(name -> typeByName.putIfAbsent(name, "HANA"));
            systems(object)
                    .forEach(system -> Json.text(system, "connectionId")
                            .filter(name -> !name.equals(OWN_SPACE))
                            .ifPresent(name -> typeByName.put(
                                    name, Json.text(system, "connectionType").orElse("HANA"))));
        }
        ArrayNode connections = Json.array();
        typeByName.forEach((name, type) -> connections.add(connection(name, type)));
        return connections;
    }

    private static Optional<String> remoteConnection(TenantObject object) {
        return object.type() == ObjectType.REMOTE_TABLE
                ? Json.text(object.definition(), "@DataWarehouse.remote.connection")
                : Optional.empty();
    }

    private static Stream<JsonNode> systems(TenantObject object) {
        if (object.type() != ObjectType.REPLICATION_FLOW) {
            return Stream.empty();
        }
        JsonNode contents = object.definition().path("contents");
        return Stream.concat(
                contents.path("sourceSystem").valueStream(),
                contents.path("targetSystem").valueStream());
    }

    private static ObjectNode connection(String name, String typeId) {
        return Json.object()
                .put("name", name)
                .put("businessName", name)
                .put("typeId", typeId)
                .put("creation_date", "2026-05-26 11:03:00.000000000 UTC")
                .put("creator", "A_MODELER")
                .put("realtimeReplicationStatus", "INACTIVE");
    }
}
