package io.catalogbridge.server.store;

import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is done to the rows of several tables alike. */
final class Rows {

    private Rows() {}

    /** Deletes rows by their numbers, in their order. */
    static void delete(Handle handle, String table, Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("delete from " + table + " where rowid = :number")) {
            numbers.stream()
                    .sorted()
                    .forEach(number -> batch.bind("number", number).add());
            batch.execute();
        }
    }
}
