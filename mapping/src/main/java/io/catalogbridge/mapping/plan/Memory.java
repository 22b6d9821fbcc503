package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import java.util.Optional;

/**
 * What is known about what we last wrote. An object whose own hash proves that nobody touched it was last written by us as it
 * is, whatever the store remembers; otherwise the store is believed.
 */
final class Memory {

    private Memory() {}

    static Optional<GlueTable> of(Optional<GlueTable> recorded, GlueTable current) {
        return untouched(current)
                ? Optional.of(current)
                : recorded.filter(table -> table.owner().isPresent());
    }

    static Optional<GlueDatabase> of(Optional<GlueDatabase> recorded, GlueDatabase current) {
        return untouched(current) ? Optional.of(current) : ofHeader(recorded);
    }

    /** For a database whose tables were not read, so that its hash cannot be checked. */
    static Optional<GlueDatabase> ofHeader(Optional<GlueDatabase> recorded) {
        return recorded.filter(database -> database.owner().isPresent());
    }

    /** A table that looks forgotten to {@link #of}; for baselines of tables of which nothing is known. */
    static GlueTable forgotten(GlueTable table) {
        return Parameters.without(table, Ownership.OWNER);
    }

    private static boolean untouched(GlueTable table) {
        String stated = table.parameters().get(Ownership.FINGERPRINT);
        return stated != null && stated.equals(Fingerprints.ofTable(Parameters.without(table, Tombstone.PARAMETER)));
    }

    private static boolean untouched(GlueDatabase database) {
        String stated = database.parameters().get(Ownership.DIGEST);
        return stated != null && stated.equals(Fingerprints.ofDatabase(database));
    }
}
