package io.catalogbridge.connectors.spi;

import io.catalogbridge.mapping.catalog.CatalogSnapshot;

/**
 * Where metadata comes from. Only ever read. Thread-safe; closed once, after the last call.
 */
public interface CatalogSource extends AutoCloseable {

    /**
     * Reads everything in scope.
     *
     * <p>What cannot be read becomes a gap of the snapshot, never an absence; what cannot be understood becomes a finding.
     *
     * @throws ConnectorException if nothing at all could be read: wrong address, wrong credentials, no answer
     */
    CatalogSnapshot discover(DiscoveryScope scope, Progress progress);

    /** Calls made so far, by operation. */
    CallCounts calls();

    @Override
    void close();
}
