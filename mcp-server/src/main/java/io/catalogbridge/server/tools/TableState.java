package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SyncState;
import io.catalogbridge.server.store.WrittenObjects;
import io.catalogbridge.server.store.WrittenObjects.LastWrite;
import io.catalogbridge.server.store.WrittenObjects.WrittenTable;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a table in Glue is what the last discovery wants it to be, as far as we remember what we wrote.
 *
 * @param written whether it is ours and in Glue
 * @param last    when it was last written; absent if no run of ours changed it
 */
record TableState(State state, boolean written, Optional<LastWrite> last) {

    /** What is to be said of a table. */
    enum State {
        NOT_WRITTEN("not-written", "Not in Glue yet: plan_sync, then run_sync, create it."),
        IN_SYNC("in-sync", "Glue says what the last discovery found."),
        OUT_OF_DATE("out-of-date", "The asset has changed since it was written; plan_sync shows how."),
        CONFLICT("conflict", "A person must decide first; list_conflicts shows between what."),
        DRIFTED("drifted", "Somebody edited it in Glue and that is kept; the rest is what the last discovery found."),
        WAITS_FOR_DELETION("waits-for-deletion", "It was marked as gone; it is deleted after the grace period.");

        private final String label;
        private final String meaning;

        State(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }
    }

    /** The state of the table that an entry of Glue describes. */
    static TableState of(CatalogEntry table, JsonNode detail, ToolContext context) {
        WrittenObjects written = context.store().written();
        String wanted = detail.path("parameters").path(Ownership.FINGERPRINT).asString("");
        Optional<WrittenTable> found = written.table(context.environment(), table.id());
        State recorded = found.map(each -> state(each, wanted)).orElse(State.NOT_WRITTEN);
        Optional<SyncState> open = context.store().openItems().find(context.environment(), table.id());
        return new TableState(
                withOpen(recorded, open), found.isPresent(), written.last(context.environment(), table.id()));
    }

    private static State state(WrittenTable written, String wanted) {
        if (written.waitsForDeletion()) {
            return State.WAITS_FOR_DELETION;
        }
        return written.fingerprint().equals(Optional.of(wanted)) ? State.IN_SYNC : State.OUT_OF_DATE;
    }

    private static State withOpen(State recorded, Optional<SyncState> open) {
        if (open.equals(Optional.of(SyncState.CONFLICT))) {
            return State.CONFLICT;
        }
        return recorded == State.IN_SYNC && open.equals(Optional.of(SyncState.DRIFTED)) ? State.DRIFTED : recorded;
    }

    void into(ObjectNode node) {
        node.put("state", state.label).put("meaning", state.meaning);
        last.ifPresent(write -> node.put("lastWrittenAt", write.at().toString()).put("runId", write.runId()));
    }
}
