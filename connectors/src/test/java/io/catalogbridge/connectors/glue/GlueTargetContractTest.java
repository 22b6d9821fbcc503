package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.testing.TargetContract;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.TableInput;

class GlueTargetContractTest extends TargetContract {

    private final TestingGlue glue = TestingGlue.start();
    private final GlueTarget target = glue.target();

    @AfterEach
    void stop() {
        glue.close();
    }

    @Override
    protected CatalogTarget target() {
        return target;
    }

    @Override
    protected void edit(GlueTable table, String description) {
        TableInput edited =
                GlueConverter.toNewTable(table, Optional.empty()).copy(input -> input.description(description));
        String database = table.name().database();
        try {
            glue.somebodyElse()
                    .updateTable(request -> request.databaseName(database).tableInput(edited));
        } catch (EntityNotFoundException absent) {
            glue.somebodyElse()
                    .createTable(request -> request.databaseName(database).tableInput(edited));
        }
    }

    @Override
    protected void remove(TableName table) {
        glue.somebodyElse()
                .deleteTable(request -> request.databaseName(table.database()).name(table.table()));
    }
}
