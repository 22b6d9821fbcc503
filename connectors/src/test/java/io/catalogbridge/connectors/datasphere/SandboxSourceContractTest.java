package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.testing.SourceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The demo tenant, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxSourceContractTest extends SourceContract {

    private final ServedTenant tenant = ServedTenant.demo();

    @Override
    protected CatalogSource open() {
        return tenant.another();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }
}
