package io.catalogbridge.server.rules;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.CatalogIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The assets of the last discovery, as far as the rules that can be edited look at them: names and kinds and, if asked for, the
 * texts of columns. What such rules make of them is what they would make of the tenant.
 */
final class KnownAssets {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DataType ANY_TYPE = new DataType.LargeText();
    private static final int PAGE = 500;

    private final boolean withColumns;
    private final List<Space> spaces = new ArrayList<>();
    private final List<Asset> assets = new ArrayList<>();

    private KnownAssets(boolean withColumns) {
        this.withColumns = withColumns;
    }

    static CatalogSnapshot read(CatalogIndex catalog, String environment, boolean withColumns) {
        KnownAssets known = new KnownAssets(withColumns);
        String cursor = null;
        do {
            CatalogIndex.Page page = catalog.startingWith(environment, AssetId.SCHEME, cursor, PAGE);
            page.items().forEach(known::add);
            cursor = page.nextCursor();
        } while (cursor != null);
        return new CatalogSnapshot("", true, known.spaces, known.assets, List.of(), List.of());
    }

    private void add(CatalogEntry entry) {
        if (entry.kind().equals("space")) {
            spaces.add(new Space(entry.name(), null, null, List.of()));
        } else {
            AssetId.parse(entry.id())
                    .map(id -> asset(id, AssetKind.ofLabel(entry.kind()).orElse(AssetKind.OTHER), entry))
                    .ifPresent(assets::add);
        }
    }

    private Asset asset(AssetId id, AssetKind kind, CatalogEntry entry) {
        AssetHead head = AssetHead.of(id);
        return switch (kind) {
            case LOCAL_TABLE, REMOTE_TABLE, VIEW, ANALYTIC_MODEL ->
                new Dataset.LocalTable(head, Shape.of(columns(entry)), new TableOrigin.Managed());
            case DATA_FLOW, REPLICATION_FLOW, TRANSFORMATION_FLOW -> new DataProcess.Flow(head, kind, List.of());
            case TASK_CHAIN -> new DataProcess.TaskChain(head, List.of(), List.of());
            case OTHER -> new OtherObject(head, "");
        };
    }

    private List<Column> columns(CatalogEntry entry) {
        return withColumns
                ? JSON.readTree(entry.detail())
                        .path("columns")
                        .valueStream()
                        .map(KnownAssets::column)
                        .toList()
                : List.of();
    }

    private static Column column(JsonNode column) {
        return Column.of(column.path("name").asString(""), ANY_TYPE)
                .withLabel(text(column, "label"))
                .withDescription(text(column, "description"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString("") : null;
    }
}
