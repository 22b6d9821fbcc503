package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.PlanJson;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans and runs as the JSON that commands print; field names are part of the contract with scripts. */
final class PlanJsonView {

    private static final JsonMapper JSON = new JsonMapper();

    private PlanJsonView() {}

    /** {@code calls.source} is what discovering took; {@code calls.target} what applying will take. */
    static ObjectNode plan(Planned planned) {
        ObjectNode node = PlanJson.summary(planned.plan());
        planned.stored().rulesVersion().ifPresent(version -> node.put("rulesVersion", version));
        identify(node.withArray("conflicts"), planned.plan().conflicts());
        ObjectNode calls = node.putObject("calls");
        counts(calls.putObject("source"), planned.stored().sourceCalls().byOperation());
        counts(calls.putObject("target"), planned.plan().calls().total());
        counts(calls.putObject("reading"), planned.targetCalls().byOperation());
        gaps(node.putArray("gaps"), planned.gaps());
        return node;
    }

    /** Says under which id each conflict is resolved. */
    private static void identify(ArrayNode listed, List<Conflict> conflicts) {
        for (int i = 0; i < conflicts.size(); i++) {
            ((ObjectNode) listed.get(i)).put("id", Conflicts.id(conflicts.get(i)));
        }
    }

    static ObjectNode run(ApplyResult result) {
        ObjectNode node = JSON.createObjectNode()
                .put("runId", result.runId())
                .put("planId", result.planId())
                .put("outcome", result.outcome().label())
                .put("applied", result.tally().applied())
                .put("conflicts", result.tally().conflicts())
                .put("rejected", result.tally().rejected())
                .put("unknown", result.tally().unknown());
        counts(node.putObject("calls"), result.calls().byOperation());
        ArrayNode notApplied = node.putArray("notApplied");
        result.notApplied()
                .forEach(change -> notApplied
                        .addObject()
                        .put("change", change.change())
                        .put("subject", change.subject())
                        .put("outcome", change.outcome())
                        .put("message", change.message()));
        result.different().forEach(node.putArray("different")::add);
        return node;
    }

    static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    static void counts(ObjectNode node, CallCounts counts) {
        counts(node, counts.byOperation());
    }

    private static void gaps(ArrayNode array, List<Gap> gaps) {
        gaps.forEach(gap -> array.addObject().put("subject", gap.subject()).put("reason", gap.reason()));
    }
}
