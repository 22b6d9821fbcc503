package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.testing.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FixturesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyExportIsUnderstood() {
        Path root = Fixtures.datasphere();
        SnapshotAssembler assembler = new SnapshotAssembler("T", true, List.of());
        for (Path file : Fixtures.files(root, ".json")) {
            String space = root.relativize(file).getName(0).toString().toUpperCase(Locale.ROOT);
            JsonNode doc = JSON.readTree(Fixtures.read(file));
            assembler.definition(space, null, null, doc);
        }
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(snapshot.assets())
                .extracting(Asset::id)
                .hasSizeGreaterThan(140)
                .doesNotHaveDuplicates();
    }
}
