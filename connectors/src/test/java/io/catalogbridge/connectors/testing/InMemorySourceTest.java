package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.mapping.csn.SnapshotAssembler;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

class InMemorySourceTest extends SourceContract {

    private static final String DOCUMENT = """
            {"definitions": {"%s": {"kind": "entity", "elements": {"ID": {"key": true, "type": "cds.Integer"}}}}}""";

    @Override
    protected CatalogSource open() {
        SnapshotAssembler assembler = new SnapshotAssembler("memory", true, List.of("FINANCE", "SALES"));
        assembler.definition("SALES", null, null, JsonMapper.shared().readTree(DOCUMENT.formatted("ORDERS")));
        assembler.definition("FINANCE", null, null, JsonMapper.shared().readTree(DOCUMENT.formatted("LEDGER")));
        return new InMemorySource(assembler.assemble());
    }
}
