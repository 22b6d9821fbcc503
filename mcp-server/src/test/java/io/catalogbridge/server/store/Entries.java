package io.catalogbridge.server.store;

import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.server.store.CatalogIndex.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds entries of the catalog; a test states only what matters to it. */
final class Entries {

    private static final JsonMapper JSON = new JsonMapper();

    private final String system;
    private final String kind;
    private final String container;
    private final String name;
    private final ObjectNode detail = JSON.createObjectNode();
    private @Nullable String label;
    private @Nullable String description;
    private @Nullable String counterpart;

    private Entries(String system, String kind, String container, String name) {
        this.system = system;
        this.kind = kind;
        this.container = container;
        this.name = name;
    }

    static Entries table(String name) {
        return asset("local-table", name);
    }

    static Entries view(String name) {
        return asset("view", name);
    }

    static Entries asset(String kind, String name) {
        return new Entries("datasphere", kind, "SALES", name);
    }

    static Entries glue(String name) {
        return new Entries("glue", "table", "datasphere_sales_dog", name);
    }

    Entries in(String space) {
        Entries moved = new Entries(system, kind, space, name);
        moved.label = label;
        moved.description = description;
        moved.counterpart = counterpart;
        moved.detail.setAll(detail);
        return moved;
    }

    Entries label(String text) {
        label = text;
        return this;
    }

    Entries description(String text) {
        description = text;
        return this;
    }

    Entries counterpart(String id) {
        counterpart = id;
        return this;
    }

    Entries column(String columnName, String columnLabel) {
        columns().addObject().put("name", columnName).put("label", columnLabel);
        return this;
    }

    Entries measure(String columnName) {
        columns().addObject().put("name", columnName).put("role", "measure").put("currencyColumn", "CURRENCY");
        return this;
    }

    private ArrayNode columns() {
        return detail.withArrayProperty("columns");
    }

    Entries changed(String on, String by) {
        detail.withObjectProperty("lifecycle").put("changedOn", on).put("changedBy", by);
        return this;
    }

    Entries usage(String usage) {
        detail.put("usage", usage);
        return this;
    }

    Entries exposed() {
        detail.withObjectProperty("exposure").put("external", true);
        return this;
    }

    CatalogEntry entry() {
        return new CatalogEntry(
                system + ":" + container + "/" + name,
                system,
                kind,
                name,
                label,
                container,
                description,
                counterpart,
                detail.toString());
    }

    /** What a complete discovery found. */
    static Content content(CatalogEntry... entries) {
        return content(List.of(), entries);
    }

    static Content content(List<Gap> gaps, CatalogEntry... entries) {
        return new Content("tenant", true, 1, entries.length, gaps, List.of(entries), List.of(), List.of());
    }
}
