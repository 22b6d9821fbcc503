package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;

class InMemoryTargetTest extends TargetContract {

    private final InMemoryTarget target = new InMemoryTarget();

    @Override
    protected CatalogTarget target() {
        return target;
    }

    @Override
    protected void edit(GlueTable table, String description) {
        target.edit(GlueTable.of(table.name(), description, table.columns(), table.parameters()));
    }

    @Override
    protected void remove(TableName table) {
        target.remove(table);
    }
}
