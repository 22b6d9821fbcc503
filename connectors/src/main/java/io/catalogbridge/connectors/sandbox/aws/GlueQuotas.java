package io.catalogbridge.connectors.sandbox.aws;

/** How much a catalog may hold before Glue answers {@code ResourceNumberLimitExceededException}. */
public record GlueQuotas(int databases, int tables, int tablesPerDatabase, int versions, int versionsPerTable) {

    /** What AWS grants by default (AWS General Reference, Glue endpoints and quotas). */
    public static final GlueQuotas DEFAULTS = new GlueQuotas(10_000, 1_000_000, 200_000, 1_000_000, 100_000);

    /** The current version of a table counts as one. */
    public GlueQuotas withVersionsPerTable(int limit) {
        return new GlueQuotas(databases, tables, tablesPerDatabase, versions, limit);
    }

    public GlueQuotas withTablesPerDatabase(int limit) {
        return new GlueQuotas(databases, tables, limit, versions, versionsPerTable);
    }

    public GlueQuotas withDatabases(int limit) {
        return new GlueQuotas(limit, tables, tablesPerDatabase, versions, versionsPerTable);
    }
}
