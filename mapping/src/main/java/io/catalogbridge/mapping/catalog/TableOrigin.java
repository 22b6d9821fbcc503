package io.catalogbridge.mapping.catalog;

/** Where a local table's rows come from. */
public sealed interface TableOrigin {

    /** Plain table, filled by whatever writes to it. */
    record Managed() implements TableOrigin {}

    /** Keeps a change log in an internal twin, which is hidden from people. */
    record DeltaCapture(String deltaTable) implements TableOrigin {}

    /** A window on a table of an open SQL schema. */
    record OpenSchema(String schema, String entity) implements TableOrigin {}

    /** Backed by an imported data set. */
    record ImportedDataset(String schema, String entity) implements TableOrigin {}
}
