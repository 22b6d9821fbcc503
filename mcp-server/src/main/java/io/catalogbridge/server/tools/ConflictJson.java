package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.FoundConflict;
import io.catalogbridge.server.store.FoundConflict.Taken;
import io.catalogbridge.server.surface.SafeText;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A conflict as tools show it. Its values are data of other systems. */
final class ConflictJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VALUE_LENGTH = 300;
    private static final int TEXT_LENGTH = 200;

    private ConflictJson() {}

    static Map<String, Object> schema() {
        return Schemas.object(
                List.of("id", "state", "subject", "field", "reason", "planId", "seenAt"),
                Schemas.text("id", "for resolve_conflict"),
                Schemas.text("state", "open; decided: the next plan obeys; settled: no plan finds it any more"),
                Schemas.text("subject", ""),
                Schemas.text("field", "empty for the whole object"),
                Schemas.text("lastApplied", "what was last written here"),
                Schemas.text("current", "what is in Glue"),
                Schemas.text("desired", "what the source says"),
                Schemas.text("reason", ""),
                Schemas.text("planId", "the last plan that found it"),
                Schemas.text("seenAt", "when a plan first found it"),
                Schemas.object(
                        "decision",
                        Schemas.object(
                                List.of("resolution", "by", "at", "holds"),
                                Schemas.text("resolution", ""),
                                Schemas.text("by", ""),
                                Schemas.text("at", ""),
                                Schemas.text("note", ""),
                                Schemas.flag("holds", "false if the values have changed since"))));
    }

    /** The same for those who can look it up: list_conflicts describes all of it. */
    static Map<String, Object> brief() {
        Map<String, Object> schema = Schemas.open(List.of("id", "state", "subject", "field", "decision"));
        schema.put("description", "as list_conflicts shows it");
        return schema;
    }

    static ObjectNode of(FoundConflict conflict) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", conflict.id())
                .put("state", conflict.state().label())
                .put("subject", conflict.subject())
                .put("field", SafeText.of(conflict.field(), TEXT_LENGTH))
                .put("lastApplied", SafeText.of(conflict.lastApplied(), VALUE_LENGTH))
                .put("current", SafeText.of(conflict.current(), VALUE_LENGTH))
                .put("desired", SafeText.of(conflict.desired(), VALUE_LENGTH))
                .put("reason", SafeText.of(conflict.reason(), TEXT_LENGTH))
                .put("planId", conflict.planId())
                .put("seenAt", conflict.seenAt().toString());
        conflict.taken().ifPresent(taken -> decision(node.putObject("decision"), conflict, taken));
        return node;
    }

    private static void decision(ObjectNode node, FoundConflict conflict, Taken taken) {
        node.put("resolution", taken.resolution().label())
                .put("by", SafeText.of(taken.by(), TEXT_LENGTH))
                .put("at", taken.at().toString())
                .put("note", taken.note().isEmpty() ? null : SafeText.of(taken.note(), TEXT_LENGTH))
                .put("holds", conflict.holds(taken));
    }
}
