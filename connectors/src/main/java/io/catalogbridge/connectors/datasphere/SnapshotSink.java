package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.csn.ObjectFacts;
import io.catalogbridge.mapping.csn.SnapshotAssembler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the workers put what they read. Thread-safe, since the assembler is. */
final class SnapshotSink {

    private final SnapshotAssembler assembler;

    SnapshotSink(SnapshotAssembler assembler) {
        this.assembler = assembler;
    }

    void space(Space space) {
        assembler.space(space);
    }

    void definition(String space, @Nullable String name, @Nullable AssetKind kind, JsonNode document) {
        assembler.definition(space, name, kind, document);
    }

    void facts(AssetId asset, ObjectFacts facts) {
        assembler.facts(asset, facts);
    }

    void metadata(AssetId asset, byte[] document) {
        assembler.metadata(asset, document);
    }

    void finding(Finding finding) {
        assembler.finding(finding);
    }

    void gap(String subject, String reason) {
        assembler.gap(new Gap(subject, reason));
    }

    /** A gap whose reason is an error, with what to do about it. */
    void gap(String subject, ConnectorException error) {
        gap(subject, (error.getMessage() + ". " + error.remedy()).strip());
    }

    CatalogSnapshot assemble() {
        return assembler.assemble();
    }
}
