package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documented REST interface: connections and task logs. */
final class PublicService {

    private static final String BASE = "api/v1/datasphere";

    private final Tenant tenant;

    PublicService(Tenant tenant) {
        this.tenant = tenant;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "connections list",
                        BASE + "/spaces/*/connections",
                        (call, path) -> HttpAnswer.json(
                                200, tenant.connections(member(path.get(0))).toString())),
                Route.get("connections read", BASE + "/spaces/*/connections/*", (call, path) -> connection(path)),
                Route.get("task logs of object", BASE + "/tasks/logs/*/objects/*", (call, path) -> history(path)),
                Route.get("task log", BASE + "/tasks/logs/*/*", (call, path) -> log(path)));
    }

    private HttpAnswer connection(List<String> path) {
        return tenant.connections(member(path.get(0)))
                .valueStream()
                .filter(connection -> Json.text(connection, "name").orElse("").equals(path.get(1)))
                .findFirst()
                .map(connection -> HttpAnswer.json(200, connection.toString()))
                .orElseThrow(() -> RequestRejected.notFound("Connection " + path.get(1)));
    }

    private HttpAnswer history(List<String> path) {
        TenantObject object = tenant.runTime(member(path.get(0)), path.get(1))
                .orElseThrow(() -> RequestRejected.notFound("Object " + path.get(1)));
        ArrayNode logs = Json.array();
        if (object.type().isFlow()) {
            logs.add(log(path.get(0), object));
        }
        return HttpAnswer.json(200, logs.toString());
    }

    private HttpAnswer log(List<String> path) {
        return tenant.runTime(member(path.get(0)))
                .filter(object -> object.type().isFlow())
                .filter(object -> Integer.toString(logId(object)).equals(path.get(1)))
                .findFirst()
                .map(object -> HttpAnswer.json(200, log(path.get(0), object).toString()))
                .orElseThrow(() -> RequestRejected.notFound("Task log " + path.get(1)));
    }

    /** Every flow ran once, half an hour after it was last deployed. */
    private static ObjectNode log(String space, TenantObject flow) {
        Inventory inventory = flow.inventory();
        Instant deployed = inventory.deployedOn() == null ? inventory.changedOn() : inventory.deployedOn();
        Instant start = deployed.plusSeconds(1800);
        long milliseconds = 1000L + Math.floorMod(flow.name().hashCode(), 60_000);
        ObjectNode log = Json.object()
                .put("logId", logId(flow))
                .put("status", "COMPLETED")
                .put("startTime", start.toString())
                .put("endTime", start.plusMillis(milliseconds).toString())
                .put("runTime", milliseconds)
                .put("objectId", flow.name())
                .put("applicationId", applicationId(flow.type()))
                .put("activity", flow.type() == ObjectType.TASK_CHAIN ? "RUN_CHAIN" : "EXECUTE")
                .put("spaceId", space)
                .put("user", inventory.changedBy());
        log.putArray("children");
        log.putArray("messages");
        return log;
    }

    private static int logId(TenantObject flow) {
        return Math.floorMod(flow.name().hashCode(), 10_000_000);
    }

    private static String applicationId(ObjectType type) {
        return switch (type) {
            case REPLICATION_FLOW -> "REPLICATION_FLOWS";
            case TRANSFORMATION_FLOW -> "TRANSFORMATION_FLOWS";
            case TASK_CHAIN -> "TASK_CHAINS";
            default -> "DATA_FLOWS";
        };
    }

    private String member(String space) {
        if (tenant.exists(space) && !tenant.isMember(space)) {
            throw RequestRejected.forbidden();
        }
        if (!tenant.exists(space)) {
            throw RequestRejected.notFound("Space " + space);
        }
        return space;
    }
}
