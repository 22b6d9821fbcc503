package io.catalogbridge.connectors.glue;

/** Operations that share a rate. */
enum OperationGroup {
    READS,
    WRITES;

    /** Everything that only reads is called {@code Get…}. */
    static OperationGroup of(String operation) {
        return operation.startsWith("Get") ? READS : WRITES;
    }
}
