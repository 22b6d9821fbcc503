package io.catalogbridge.server.cli;

import io.catalogbridge.server.store.FoundConflict;
import io.catalogbridge.server.store.FoundConflict.Taken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A conflict as commands show it; field names are part of the contract with scripts. */
final class ConflictView {

    private static final JsonMapper JSON = new JsonMapper();

    private ConflictView() {}

    static ObjectNode json(FoundConflict conflict) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", conflict.id())
                .put("state", conflict.state().label())
                .put("subject", conflict.subject())
                .put("field", conflict.field())
                .put("lastApplied", conflict.lastApplied())
                .put("current", conflict.current())
                .put("desired", conflict.desired())
                .put("reason", conflict.reason())
                .put("planId", conflict.planId())
                .put("seenAt", conflict.seenAt().toString());
        conflict.taken()
                .ifPresent(taken -> node.putObject("decision")
                        .put("resolution", taken.resolution().label())
                        .put("by", taken.by())
                        .put("at", taken.at().toString())
                        .put("note", taken.note())
                        .put("holds", conflict.holds(taken)));
        return node;
    }

    static List<String> lines(FoundConflict conflict) {
        List<String> lines = new ArrayList<>();
        lines.add(conflict.id() + "  " + conflict.state().label() + "  " + Texts.plain(conflict.subject())
                + (conflict.wholeObject() ? "" : " " + Texts.plain(conflict.field())));
        lines.add("    " + Texts.plain(conflict.reason()));
        if (!conflict.wholeObject()) {
            lines.add("    last applied " + quoted(conflict.lastApplied()) + ", there now " + quoted(conflict.current())
                    + ", source " + quoted(conflict.desired()));
        }
        conflict.taken().ifPresent(taken -> lines.add("    " + decision(conflict, taken)));
        return lines;
    }

    private static String decision(FoundConflict conflict, Taken taken) {
        return (conflict.holds(taken) ? "decided " : "decided on other values ")
                + taken.resolution().label() + " by " + Texts.plain(taken.by()) + ", " + taken.at()
                + (taken.note().isEmpty() ? "" : ": " + Texts.plain(taken.note()));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "nothing" : '"' + Texts.plain(value) + '"';
    }
}
