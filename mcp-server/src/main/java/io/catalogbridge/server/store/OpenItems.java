package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.Skipped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the last plan left to be done, decided or kept, object by object, less what was applied since. */
public final class OpenItems {

    private final Jdbi jdbi;

    OpenItems(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** SQL that tells the {@link SyncState} of a row of {@code entry}. */
    static final String STATE = """
            case when entry.system = 'datasphere' and entry.counterpart is null then 'not-mapped' else coalesce(
                (select state from open_item where open_item.environment = entry.environment
                    and subject = case entry.system when 'glue' then entry.id else entry.counterpart end),
                (select 'in-glue' from last_applied where last_applied.environment = entry.environment
                    and subject = case entry.system when 'glue' then entry.id else entry.counterpart end),
                'pending') end""";

    /**
     * Takes over what a plan says about these databases; what earlier plans said about others stays.
     *
     * @param databases all that the plan was made for
     */
    public void replace(String environment, Collection<String> databases, Plan plan) {
        Map<String, SyncState> open = open(plan);
        jdbi.useTransaction(handle -> {
            forget(handle, environment, databases);
            put(handle, environment, open);
        });
    }

    /** What is left about a table or database; empty if nothing is. */
    public Optional<SyncState> find(String environment, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select state from open_item where environment = :environment and subject = :subject")
                        .bind("environment", environment)
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .findOne())
                .flatMap(SyncState::labelled);
    }

    private static Map<String, SyncState> open(Plan plan) {
        Map<String, SyncState> open = new LinkedHashMap<>();
        plan.changes().stream()
                .filter(change -> !change.bookkeeping())
                .map(Change::subject)
                .forEach(subject -> open.put(subject, SyncState.PENDING));
        plan.skipped().stream()
                .filter(skipped -> kept(skipped.reason()))
                .map(Skipped::subject)
                .forEach(subject -> open.put(object(subject), SyncState.DRIFTED));
        plan.conflicts().stream()
                .map(Conflict::subject)
                .forEach(subject -> open.put(object(subject), SyncState.CONFLICT));
        return open;
    }

    private static boolean kept(Skipped.Reason reason) {
        return reason == Skipped.Reason.EDITED_BY_HAND
                || reason == Skipped.Reason.KEPT_BY_POLICY
                || reason == Skipped.Reason.KEPT_BY_DECISION;
    }

    private static String object(String subject) {
        int column = subject.indexOf('#');
        return column < 0 ? subject : subject.substring(0, column);
    }

    private static void forget(Handle handle, String environment, Collection<String> databases) {
        if (databases.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                delete from open_item where environment = :environment
                  and (subject = :subject or (subject >= :subject || '/' and subject < :subject || '0'))""")) {
            databases.forEach(database -> batch.bind("environment", environment)
                    .bind("subject", "glue:" + database)
                    .add());
            batch.execute();
        }
    }

    private static void put(Handle handle, String environment, Map<String, SyncState> open) {
        if (open.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(PUT)) {
            open.forEach((subject, state) -> batch.bind("environment", environment)
                    .bind("subject", subject)
                    .bind("state", state.label())
                    .add());
            batch.execute();
        }
    }

    private static final String PUT = """
            insert into open_item (environment, subject, state) values (:environment, :subject, :state)
            on conflict (environment, subject) do update set state = excluded.state""";

    /** The change happened: nothing is left to be done about its object. */
    static void settle(Handle handle, String environment, String subject) {
        handle.createUpdate("""
                        delete from open_item
                        where environment = :environment and subject = :subject and state = 'pending'""")
                .bind("environment", environment)
                .bind("subject", subject)
                .execute();
    }

    /** A precondition did not hold: a person must look. */
    static void dispute(Handle handle, String environment, String subject) {
        handle.createUpdate(PUT)
                .bind("environment", environment)
                .bind("subject", subject)
                .bind("state", SyncState.CONFLICT.label())
                .execute();
    }
}
