package io.catalogbridge.server.store;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What we last wrote to Glue, object by object: one side of the three-way comparison. */
public final class Baselines {

    private final Jdbi jdbi;

    Baselines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was last applied to these databases. */
    public GlueCatalog load(String environment, Collection<String> databases) {
        return jdbi.withHandle(handle -> new GlueCatalog(
                databases.stream()
                        .flatMap(database -> database(handle, environment, database).stream())
                        .toList(),
                List.of()));
    }

    /** The databases last applied, with the space that each is for. */
    public Map<String, String> spaces(String environment) {
        Map<String, String> spaces = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select content from last_applied
                        where environment = :environment and subject not like '%/%'""")
                .bind("environment", environment)
                .map((row, context) -> StoreJson.database(row.getBytes("content")))
                .forEach(database -> Optional.ofNullable(database.parameters().get(ParameterKey.SPACE.key()))
                        .ifPresent(space -> spaces.put(database.name(), space))));
        return spaces;
    }

    private static List<GlueDatabase> database(Handle handle, String environment, String database) {
        String subject = "glue:" + database;
        List<GlueTable> tables = new ArrayList<>();
        Map<String, GlueDatabase> found = new HashMap<>();
        handle.createQuery("""
                        select subject, content from last_applied
                        where environment = :environment
                          and (subject = :subject or (subject >= :subject || '/' and subject < :subject || '0'))""")
                .bind("environment", environment)
                .bind("subject", subject)
                .map((row, context) -> {
                    byte[] content = row.getBytes("content");
                    if (row.getString("subject").equals(subject)) {
                        found.put(database, StoreJson.database(content));
                    } else {
                        tables.add(StoreJson.table(content));
                    }
                    return content.length;
                })
                .list();
        GlueDatabase header = found.get(database);
        return header == null && tables.isEmpty()
                ? List.of()
                : List.of((header == null ? GlueDatabase.of(database, "", Map.of(), List.of()) : header)
                        .withTables(tables));
    }

    /** Records what was found to be equal to the desired state although we did not remember writing it. */
    public void confirm(String environment, GlueCatalog confirmed) {
        jdbi.useTransaction(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(UPSERT)) {
                confirmed.databases().forEach(database -> {
                    if (!database.parameters().isEmpty()) {
                        add(batch, environment, "glue:" + database.name(), database.bare());
                    }
                    database.tables()
                            .forEach(table ->
                                    add(batch, environment, table.name().text(), table));
                });
                if (batch.size() > 0) {
                    batch.execute();
                }
            }
        });
    }

    /** Forgets tables that were found to be gone: a delete whose outcome nobody recorded, or somebody else's. */
    public void forget(String environment, Collection<TableName> gone) {
        if (!gone.isEmpty()) {
            jdbi.useTransaction(handle -> gone.forEach(table -> remove(handle, environment, table)));
        }
    }

    private static final String UPSERT = """
            insert into last_applied (environment, subject, content) values (:environment, :subject, :content)
            on conflict (environment, subject) do update set content = excluded.content""";

    private static void add(PreparedBatch batch, String environment, String subject, Object content) {
        batch.bind("environment", environment)
                .bind("subject", subject)
                .bind("content", StoreJson.pack(content))
                .add();
    }

    static void put(Handle handle, String environment, String subject, Object content) {
        handle.createUpdate(UPSERT)
                .bind("environment", environment)
                .bind("subject", subject)
                .bind("content", StoreJson.pack(content))
                .execute();
    }

    static void remove(Handle handle, String environment, TableName table) {
        handle.createUpdate("delete from last_applied where environment = :environment and subject = :subject")
                .bind("environment", environment)
                .bind("subject", table.text())
                .execute();
    }
}
