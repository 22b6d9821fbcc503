package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Arrays;
import java.util.stream.Stream;

/** The two addresses under which catalog and data are served. */
enum ConsumptionPrefix {
    CURRENT("api/v1/datasphere/consumption/catalog", "api/v1/datasphere/consumption"),
    OLD("api/v1/dwc/catalog", "api/v1/dwc/consumption");

    private final String catalog;
    private final String consumption;

    ConsumptionPrefix(String catalog, String consumption) {
        this.catalog = catalog;
        this.consumption = consumption;
    }

    String catalog() {
        return catalog;
    }

    String consumption() {
        return consumption;
    }

    static Stream<ConsumptionPrefix> served(DatasphereOptions options) {
        return Arrays.stream(values())
                .filter(prefix -> prefix == CURRENT ? options.currentPrefix() : options.oldPrefix());
    }
}
