package io.catalogbridge.server.sync;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.rules.MappingResult;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.CatalogIndex.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the search index is to say about a discovery and its mapping: both systems, side by side. Each entry is made when it
 * is asked for.
 */
final class IndexContent {

    private static final String DATASPHERE = "datasphere";
    private static final String GLUE = "glue";

    private final CatalogSnapshot snapshot;
    private final MappingResult mapped;
    private final Map<TableName, AssetId> assets = new HashMap<>();
    private final Map<String, Long> assetsPerSpace;

    private IndexContent(CatalogSnapshot snapshot, MappingResult mapped) {
        this.snapshot = snapshot;
        this.mapped = mapped;
        mapped.tables().forEach((asset, table) -> assets.put(table, asset));
        this.assetsPerSpace = snapshot.assets().stream()
                .collect(Collectors.groupingBy(asset -> asset.id().space(), Collectors.counting()));
    }

    static Content of(CatalogSnapshot snapshot, MappingResult mapped) {
        IndexContent content = new IndexContent(snapshot, mapped);
        return new Content(
                snapshot.tenant(),
                snapshot.whole(),
                snapshot.spaces().size(),
                snapshot.assets().size(),
                snapshot.gaps(),
                () -> content.entries().iterator(),
                Edges.of(snapshot, mapped),
                mapped.findings());
    }

    private Stream<CatalogEntry> entries() {
        return Stream.of(
                        snapshot.spaces().stream().map(this::space),
                        snapshot.assets().stream().map(this::asset),
                        mapped.catalog().databases().stream().map(this::database),
                        mapped.catalog().tables().map(this::table))
                .flatMap(stream -> stream);
    }

    private CatalogEntry space(Space space) {
        String database = databaseOf(space.name());
        return new CatalogEntry(
                AssetId.SCHEME + space.name(),
                DATASPHERE,
                "space",
                space.name(),
                space.label(),
                "",
                space.description(),
                database,
                AssetDetail.of(space, database, assetsPerSpace.getOrDefault(space.name(), 0L)));
    }

    private @Nullable String databaseOf(String space) {
        String database = mapped.databases().get(space);
        return database == null ? null : TableName.SCHEME + database;
    }

    private CatalogEntry asset(Asset asset) {
        TableName table = mapped.tables().get(asset.id());
        String counterpart = table == null ? null : table.text();
        return new CatalogEntry(
                asset.id().text(),
                DATASPHERE,
                asset.kind().label(),
                asset.id().name(),
                asset.head().business().label(),
                asset.id().space(),
                asset.head().business().description(),
                counterpart,
                AssetDetail.of(asset, counterpart));
    }

    private CatalogEntry database(GlueDatabase database) {
        String space = mapped.databases().entrySet().stream()
                .filter(entry -> entry.getValue().equals(database.name()))
                .map(entry -> AssetId.SCHEME + entry.getKey())
                .findFirst()
                .orElse("");
        return new CatalogEntry(
                TableName.SCHEME + database.name(),
                GLUE,
                "database",
                database.name(),
                null,
                "",
                database.description(),
                space.isEmpty() ? null : space,
                AssetDetail.of(database, space));
    }

    private CatalogEntry table(GlueTable table) {
        AssetId asset = assets.get(table.name());
        String counterpart = asset == null ? null : asset.text();
        return new CatalogEntry(
                table.name().text(),
                GLUE,
                "table",
                table.name().table(),
                null,
                table.name().database(),
                table.description(),
                counterpart,
                AssetDetail.of(table, counterpart));
    }
}
