package io.catalogbridge.server.sync;

import io.catalogbridge.server.store.CatalogEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An entry of the catalog with everything known about it, as programs read it; field names are stable. */
public final class EntryJson {

    private static final JsonMapper JSON = new JsonMapper();

    private EntryJson() {}

    /** {@code id, kind, system, name, container, counterpart}, then what is known. */
    public static ObjectNode of(CatalogEntry entry) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("system", entry.system())
                .put("name", entry.name())
                .put("container", entry.container())
                .put("counterpart", entry.counterpart());
        node.setAll((ObjectNode) JSON.readTree(entry.detail()));
        return node;
    }
}
