package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.testing.SourceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A part of the demo tenant, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxSourceContractTest extends SourceContract {

    private final ServedTenant tenant = ServedTenant.twoSpaces();

    @Override
    protected CatalogSource open() {
        return tenant.another();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }
}
