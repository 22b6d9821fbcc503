package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Finding;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CSN for tests, written with single quotes, and short ways to what becomes of it. */
final class Csn {

    static final String SPACE = "SALES";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Csn() {}

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    static SnapshotAssembler assembler(String... otherSpaces) {
        return new SnapshotAssembler("tenant", true, List.of(otherSpaces));
    }

    /** The snapshot of exports from the space {@link #SPACE}. */
    static CatalogSnapshot exported(String... documents) {
        SnapshotAssembler assembler = assembler();
        for (String document : documents) {
            assembler.definition(SPACE, null, null, json(document));
        }
        return assembler.assemble();
    }

    /** The only asset called so in {@link #SPACE}. */
    static Asset asset(CatalogSnapshot snapshot, String name) {
        AssetId id = new AssetId(SPACE, name);
        return snapshot.assets().stream()
                .filter(asset -> asset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + snapshot.assets()));
    }

    static Dataset dataset(CatalogSnapshot snapshot, String name) {
        return (Dataset) asset(snapshot, name);
    }

    static Column column(Dataset dataset, String name) {
        return dataset.shape().column(name).orElseThrow(() -> new AssertionError("no " + name + " in " + dataset));
    }

    /** The column C of an entity E whose only element has these members. */
    static Column element(String members) {
        return column(dataset(exported(entity("'elements':{'C':{" + members + "}}")), "E"), "C");
    }

    /** A document with one entity E. */
    static String entity(String members) {
        return definitions("'E':{'kind':'entity'," + members + "}");
    }

    static String definitions(String definitions) {
        return "{'definitions':{" + definitions + "}}";
    }

    static List<String> codes(CatalogSnapshot snapshot) {
        return snapshot.findings().stream().map(Finding::code).toList();
    }
}
