package io.catalogbridge.connectors.sandbox.aws;

import java.util.Locale;

/** A database of a catalog; Glue folds names to lower case. */
record DatabaseAddress(String catalog, String name) {

    DatabaseAddress {
        name = name.toLowerCase(Locale.ROOT);
    }

    static Key all(String catalog) {
        return Key.of("database", catalog);
    }

    static Key allTables(String catalog) {
        return Key.of("table", catalog);
    }

    static Key allVersions(String catalog) {
        return Key.of("version", catalog);
    }

    TableAddress table(String tableName) {
        return new TableAddress(this, tableName);
    }

    Key key() {
        return all(catalog).child(name);
    }

    Key tables() {
        return allTables(catalog).child(name);
    }

    Key versions() {
        return allVersions(catalog).child(name);
    }

    Key partitions() {
        return Key.of("partition", catalog, name);
    }

    /**
     * The database as it is stored.
     *
     * @throws AwsError when there is none
     */
    Document in(View state) {
        return state.find(key()).orElseThrow(() -> AwsError.notFound("Database " + name + " not found."));
    }
}
