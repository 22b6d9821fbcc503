package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;

/** Where writes go before they are acknowledged. */
interface Journal extends AutoCloseable {

    /** For a state that lives as long as its process. */
    Journal NONE = new Journal() {
        @Override
        public void append(List<Change> changes) {}

        @Override
        public void close() {}
    };

    /**
     * Keeps one write; when it returns, the write survives the end of this process.
     *
     * @throws java.io.UncheckedIOException when it could not be kept; the journal is as before
     */
    void append(List<Change> changes);

    @Override
    void close();
}
