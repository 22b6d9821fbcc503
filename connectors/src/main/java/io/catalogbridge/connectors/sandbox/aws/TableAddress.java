package io.catalogbridge.connectors.sandbox.aws;

import java.util.Locale;

/** A table of a database; Glue folds names to lower case. */
record TableAddress(DatabaseAddress database, String name) {

    TableAddress {
        name = name.toLowerCase(Locale.ROOT);
    }

    Key key() {
        return database.tables().child(name);
    }

    /** Where versions before the current one are. */
    Key versions() {
        return database.versions().child(name);
    }

    Key partitions() {
        return database.partitions().child(name);
    }

    /**
     * The current version as it is stored.
     *
     * @throws AwsError when there is no such table or database
     */
    Document in(View state) {
        database.in(state);
        return state.find(key()).orElseThrow(() -> AwsError.notFound("Table " + name + " not found."));
    }

    /** Removes the table with its versions and partitions. */
    void removeFrom(Draft draft) {
        draft.remove(key());
        draft.remove(versions());
        draft.remove(partitions());
    }
}
