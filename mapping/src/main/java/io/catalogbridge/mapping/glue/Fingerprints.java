package io.catalogbridge.mapping.glue;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes that answer "is it the same?" without a comparison field by field: SHA-256 in lower-case hex over the managed
 * content, equal on every machine and in every run.
 */
public final class Fingerprints {

    /** Part of every hash; another way of hashing takes another number, so that its results never look alike. */
    static final int FORMAT = 1;

    private Fingerprints() {}

    /** Hash of everything managed in a table, except for the parameter that holds the hash itself. */
    public static String ofTable(GlueTable table) {
        Digest digest = new Digest("table", FORMAT)
                .add(table.name().database())
                .add(table.name().table())
                .add(table.description());
        addParameters(digest, table.parameters(), Ownership.FINGERPRINT);
        digest.add(table.columns().size());
        table.columns().forEach(column -> addColumn(digest, column));
        return digest.hex();
    }

    /**
     * Hash of a database's own header and of its tables' fingerprints, as their parameters state them. It can therefore be
     * computed from what should be and from what was found in Glue alike. Tables that do not have the database's owner
     * are left out; so is the parameter that holds the hash itself. A table with a tombstone is not as it should be,
     * whatever its fingerprint states: when its asset comes back, the tombstone must go.
     */
    public static String ofDatabase(GlueDatabase database) {
        Digest digest = new Digest("database", FORMAT).add(database.name()).add(database.description());
        addParameters(digest, database.parameters(), Ownership.DIGEST);
        Optional<String> owner = database.owner();
        database.tables().stream()
                .filter(table -> table.owner().equals(owner))
                .sorted(Comparator.comparing(GlueTable::name))
                .forEach(table -> digest.add(table.name().table()).add(statedFingerprint(table)));
        return digest.hex();
    }

    private static String statedFingerprint(GlueTable table) {
        return table.parameters().containsKey(Ownership.TOMBSTONE)
                ? ""
                : table.parameters().getOrDefault(Ownership.FINGERPRINT, "");
    }

    private static void addColumn(Digest digest, GlueColumn column) {
        digest.add(column.name()).add(column.type().print()).add(column.comment());
        addParameters(digest, column.parameters(), "");
    }

    private static void addParameters(Digest digest, Map<String, String> parameters, String except) {
        digest.add(parameters.size() - (parameters.containsKey(except) ? 1 : 0));
        parameters.forEach((key, value) -> {
            if (!key.equals(except)) {
                digest.add(key).add(value);
            }
        });
    }
}
