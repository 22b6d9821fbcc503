package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.protocol.http.Health;
import io.catalogbridge.server.store.StoreException;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a server is, from the store alone: watching it must cost the connected systems nothing. Their state is that of the last
 * discovery and the last run.
 */
record ServerHealth(Bridge bridge) implements Supplier<Health> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Health get() {
        ObjectNode detail = JSON.createObjectNode().put("status", "ready").put("environment", bridge.name());
        try {
            source(detail.putObject("datasphere"));
            target(detail.putObject("glue"));
            detail.put("store", "ok");
            return new Health(true, detail);
        } catch (StoreException e) {
            return new Health(false, detail.put("status", "not ready").put("store", String.valueOf(e.getMessage())));
        }
    }

    private void source(ObjectNode node) {
        bridge.store()
                .catalog()
                .facts(bridge.name())
                .ifPresentOrElse(
                        facts -> node.put("discoveredAt", facts.takenAt().toString())
                                .put("complete", facts.complete())
                                .put("assets", facts.assets()),
                        () -> node.put("discoveredAt", "never"));
    }

    private void target(ObjectNode node) {
        bridge.store().runs().recent(bridge.name(), 1).stream()
                .findFirst()
                .ifPresentOrElse(
                        run -> node.put("lastRun", run.id())
                                .put("outcome", run.outcome().label()),
                        () -> node.put("lastRun", "never"));
    }
}
