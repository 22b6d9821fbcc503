package io.catalogbridge.server.store;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers of the tenant, kept per object with the mark of their state, so that an unchanged object is not read again. */
public final class Definitions {

    private final Jdbi jdbi;
    private final String environment;

    Definitions(Jdbi jdbi, String environment) {
        this.jdbi = jdbi;
        this.environment = environment;
    }

    /** The content kept for this object, if it was kept in this very state. */
    public Optional<byte[]> find(String id, String mark) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select content from definition where environment = :environment and id = :id and mark = :mark")
                .bind("environment", environment)
                .bind("id", id)
                .bind("mark", mark)
                .mapTo(byte[].class)
                .findOne()
                .map(Compact::bytes));
    }

    /** Keeps content; what was kept for the object before is forgotten. */
    public void keep(String id, String mark, byte[] content) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into definition (environment, id, mark, content) values (:environment, :id, :mark, :content)
                        on conflict (environment, id) do update set mark = excluded.mark, content = excluded.content""")
                .bind("environment", environment)
                .bind("id", id)
                .bind("mark", mark)
                .bind("content", Compact.pack(content))
                .execute());
    }
}
