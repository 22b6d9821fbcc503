package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;

/** Gives catalogs the owner, fingerprints and digests that the mapping gives them. */
final class Signed {

    static final String ENVIRONMENT = "dog";

    private Signed() {}

    static GlueTable table(GlueTable table) {
        GlueTable owned = Parameters.with(table, Ownership.OWNER, ENVIRONMENT);
        return Parameters.with(owned, Ownership.FINGERPRINT, Fingerprints.ofTable(owned));
    }

    static GlueDatabase database(GlueDatabase database) {
        GlueDatabase owned = database.withParameters(
                        Parameters.with(database.parameters(), Ownership.OWNER, ENVIRONMENT))
                .withTables(database.tables().stream().map(Signed::table).toList());
        return digested(owned);
    }

    static GlueDatabase digested(GlueDatabase database) {
        return database.withParameters(
                Parameters.with(database.parameters(), Ownership.DIGEST, Fingerprints.ofDatabase(database)));
    }

    static GlueCatalog catalog(GlueCatalog catalog) {
        return new GlueCatalog(
                catalog.databases().stream().map(Signed::database).toList(), catalog.jobs());
    }
}
