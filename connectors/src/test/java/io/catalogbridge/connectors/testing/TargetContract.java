package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.CatalogTarget.OutcomeListener;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.catalogbridge.connectors.testing.GlueExamples.OWNER;
import static io.catalogbridge.connectors.testing.GlueExamples.creationOf;
import static io.catalogbridge.connectors.testing.GlueExamples.database;
import static io.catalogbridge.connectors.testing.GlueExamples.deleted;
import static io.catalogbridge.connectors.testing.GlueExamples.described;
import static io.catalogbridge.connectors.testing.GlueExamples.find;
import static io.catalogbridge.connectors.testing.GlueExamples.job;
import static io.catalogbridge.connectors.testing.GlueExamples.table;
import static org.assertj.core.api.Assertions.assertThat;

/** What every target has to meet. Each test begins with an empty catalog. */
@Timeout(120)
public abstract class TargetContract {

    private static final OutcomeListener NOBODY = (change, outcome) -> {};
    private static final Outcome APPLIED = new Outcome.Applied();

    /** The target under test; the same one throughout a test, closed by whoever made it. */
    protected abstract CatalogTarget target();

    /** Replaces the description of a table, past the target, as somebody else would. */
    protected abstract void edit(GlueTable table, String description);

    /** Deletes a table, past the target, as somebody else would. */
    protected abstract void remove(TableName table);

    @Test
    void anEmptyCatalogReadsEmpty() {
        TargetReading reading = target().readDatabases(true, Progress.NONE);

        assertThat(reading.observation().catalog()).isEqualTo(GlueCatalog.EMPTY);
        assertThat(reading.observation().jobsRead()).isTrue();
    }

    @Test
    void readsBackWhatItCreated() {
        create(creationOf(List.of("sales", "finance"), 3));

        GlueCatalog read = read("sales", "finance").observation().catalog();

        assertThat(read.databases())
                .extracting(GlueDatabase::bare)
                .containsExactly(database("finance"), database("sales"));
        assertThat(read.tables()).hasSize(6).contains(table("sales", "table_0"), table("finance", "table_2"));
    }

    @Test
    void saysNothingAboutTablesItDidNotRead() {
        create(creationOf(List.of("sales", "finance"), 1));

        TargetReading reading = read("sales", "no_such_database");

        assertThat(reading.observation().tablesRead()).containsExactly("sales");
        assertThat(reading.observation().facts()).containsOnlyKeys(new TableName("sales", "table_0"));
        assertThat(reading.observation().jobsRead()).isFalse();
    }

    @Test
    void addsTablesToAnEarlierReadingAndReplacesThoseReadAgain() {
        create(creationOf(List.of("sales", "finance"), 1));
        TargetReading sales = read("sales");
        edit(table("sales", "table_0"), "edited");

        TargetReading both = target().readTables(sales, List.of("finance"), Progress.NONE);
        TargetReading again = target().readTables(both, List.of("sales"), Progress.NONE);

        assertThat(find(both.observation().catalog(), "sales", "table_0").description())
                .isEqualTo("Orders, one per row");
        assertThat(find(again.observation().catalog(), "sales", "table_0").description())
                .isEqualTo("edited");
        assertThat(again.observation().facts()).hasSize(2);
    }

    @Test
    void updatesATableAndItsVersion() {
        create(creationOf(List.of("sales"), 1));
        TargetReading before = read("sales");

        List<Outcome> outcomes = apply(List.of(update(before, "table_0", "Better text")), before);

        TargetReading after = read("sales");
        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(after.observation().catalog().tables()).containsExactly(table("sales", "table_0", "Better text"));
        assertThat(version(after, "table_0")).isNotEqualTo(version(before, "table_0"));
    }

    @Test
    void leavesATableAloneThatChangedSince() {
        create(creationOf(List.of("sales"), 1));
        TargetReading before = read("sales");
        edit(table("sales", "table_0"), "edited meanwhile");

        List<Outcome> outcomes = apply(List.of(update(before, "table_0", "ours")), before);

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        conflict -> assertThat(conflict.message()).contains("glue:sales/table_0"));
        assertThat(find(read("sales").observation().catalog(), "sales", "table_0")
                        .description())
                .isEqualTo("edited meanwhile");
    }

    @Test
    void makesNoCallForAPlanThatIsOlderThanTheReading() {
        create(creationOf(List.of("sales"), 1));
        Change planned = update(read("sales"), "table_0", "ours");
        edit(table("sales", "table_0"), "edited meanwhile");
        TargetReading reading = read("sales");
        CallCounts before = target().calls();

        List<Outcome> outcomes = apply(List.of(planned), reading);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Conflict.class);
        assertThat(target().calls()).isEqualTo(before);
    }

    @Test
    void doesNotUpdateATableThatIsGone() {
        create(creationOf(List.of("sales"), 1));
        TargetReading reading = read("sales");
        remove(new TableName("sales", "table_0"));

        List<Outcome> outcomes = apply(List.of(update(reading, "table_0", "ours")), reading);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Conflict.class);
        assertThat(read("sales").observation().catalog().tables()).isEmpty();
    }

    @Test
    void doesNotCreateATableThatSomebodyElseCreated() {
        create(creationOf(List.of("sales"), 1));
        TargetReading withoutTables = target().readDatabases(false, Progress.NONE);
        edit(table("sales", "table_0"), "theirs");

        List<Outcome> outcomes =
                apply(List.of(new Change.CreateTable(table("sales", "table_0", "ours"))), withoutTables);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Conflict.class);
        assertThat(find(read("sales").observation().catalog(), "sales", "table_0")
                        .description())
                .isEqualTo("theirs");
    }

    @Test
    void doesNotCreateATableWithoutItsDatabase() {
        TargetReading reading = target().readDatabases(false, Progress.NONE);

        List<Outcome> outcomes = apply(List.of(new Change.CreateTable(table("nowhere", "table_0"))), reading);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void deletesOnlyWhatIsOurs() {
        create(creationOf(List.of("sales"), 2));
        TargetReading reading = read("sales");
        Change ours = deleted(table("sales", "table_0"), version(reading, "table_0"));
        Change others = new Change.DeleteTable(table("sales", "table_1"), version(reading, "table_1"), "bear");

        List<Outcome> outcomes = apply(List.of(ours, others), reading);

        assertThat(outcomes.get(0)).isEqualTo(APPLIED);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Conflict.class);
        assertThat(read("sales").observation().catalog().tables()).containsExactly(table("sales", "table_1"));
    }

    @Test
    void updatesADatabaseAndLeavesItsTables() {
        create(creationOf(List.of("sales"), 2));
        TargetReading reading = read("sales");
        GlueDatabase after = database("sales").withParameters(Map.of(Ownership.OWNER, OWNER, Ownership.DIGEST, "abc"));

        List<Outcome> outcomes =
                apply(List.of(new Change.UpdateDatabase(database("sales"), after, after, List.of())), reading);

        GlueDatabase read = read("sales").observation().catalog().databases().get(0);
        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(read.parameters()).containsEntry(Ownership.DIGEST, "abc");
        assertThat(read.tables()).hasSize(2);
    }

    @Test
    void updatesADatabaseThatWasCreatedAfterTheReading() {
        TargetReading before = target().readDatabases(false, Progress.NONE);
        GlueDatabase after = database("sales").withParameters(Map.of(Ownership.OWNER, OWNER, Ownership.DIGEST, "abc"));
        apply(List.of(new Change.CreateDatabase(database("sales"))), before);

        List<Outcome> outcomes =
                apply(List.of(new Change.UpdateDatabase(database("sales"), after, after, List.of())), before);

        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(read("sales").observation().catalog().databases()).containsExactly(after);
    }

    @Test
    void doesNotUpdateADatabaseThatIsNotThere() {
        GlueDatabase after = database("sales").withParameters(Map.of(Ownership.OWNER, OWNER, Ownership.DIGEST, "abc"));

        List<Outcome> outcomes = apply(
                List.of(new Change.UpdateDatabase(database("sales"), after, after, List.of())),
                target().readDatabases(false, Progress.NONE));

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void createsUpdatesAndDeletesJobs() {
        GlueJob first = job("load_orders", "Loads orders");
        GlueJob better = job("load_orders", "Loads all orders");

        Outcome created = applyToJobs(new Change.CreateJob(first));
        Outcome updated = applyToJobs(new Change.UpdateJob(first, better, OWNER, List.of()));
        List<GlueJob> between = jobs();
        Outcome deletedByOthers = applyToJobs(new Change.DeleteJob(better, "bear"));
        Outcome deleted = applyToJobs(new Change.DeleteJob(better, OWNER));

        assertThat(List.of(created, updated, deleted)).containsOnly(APPLIED);
        assertThat(deletedByOthers).isInstanceOf(Outcome.Conflict.class);
        assertThat(between).containsExactly(better);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void tellsEachOutcomeOnceAndReturnsThemInTheOrderOfTheChanges() {
        create(creationOf(List.of("sales"), 1));
        TargetReading reading = read("sales");
        List<Change> changes = Stream.concat(
                        Stream.of(new Change.CreateTable(table("sales", "table_0"))),
                        IntStream.range(1, 40).mapToObj(i -> new Change.CreateTable(table("sales", "table_" + i))))
                .<Change>map(change -> change)
                .toList();
        Queue<Change> told = new ConcurrentLinkedQueue<>();

        List<Outcome> outcomes = target().apply(changes, reading, (change, outcome) -> told.add(change), Progress.NONE);

        assertThat(told).containsExactlyInAnyOrderElementsOf(changes);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Conflict.class);
        assertThat(outcomes.subList(1, 40)).containsOnly(APPLIED);
    }

    @Test
    void doesNothingMoreOnceItIsCancelled() {
        create(creationOf(List.of("sales"), 1));
        TargetReading reading = read("sales");
        List<Change> changes = List.of(
                update(reading, "table_0", "ours"), deleted(table("sales", "table_0"), version(reading, "table_0")));
        CallCounts before = target().calls();

        List<Outcome> outcomes = target().apply(changes, reading, NOBODY, new Cancelled());

        assertThat(outcomes).hasSize(2).allMatch(Outcome.Rejected.class::isInstance);
        assertThat(target().calls()).isEqualTo(before);
    }

    @Test
    void writesOncePerCreatedObject() {
        TargetReading empty = target().readDatabases(false, Progress.NONE);
        CallCounts before = target().calls();

        creationOf(List.of("sales", "finance"), 30).forEach(wave -> apply(wave, empty));

        assertThat(target().calls().since(before).byOperation())
                .isEqualTo(Map.of("CreateDatabase", 2L, "CreateTable", 60L));
    }

    @Test
    void readsByPagesAndDeletesByTheHundred() {
        List<String> databases =
                IntStream.range(0, 101).mapToObj("database_%03d"::formatted).toList();
        create(creationOf(databases, 0));
        create(List.of(creationOf(databases.subList(0, 2), 250).get(1)));
        CallCounts created = target().calls();

        TargetReading reading = read("database_000", "database_001", "database_002");
        CallCounts read = target().calls();
        apply(deletionOfAll(reading), reading);

        assertThat(read.since(created).byOperation()).isEqualTo(Map.of("GetDatabases", 2L, "GetTables", 7L));
        assertThat(target().calls().since(read).byOperation()).isEqualTo(Map.of("BatchDeleteTable", 6L));
        assertThat(read("database_000", "database_001").observation().catalog().tables())
                .isEmpty();
    }

    private static List<Change> deletionOfAll(TargetReading reading) {
        return reading.observation()
                .catalog()
                .tables()
                .<Change>map(table -> deleted(table, version(reading, table.name())))
                .toList();
    }

    private void create(List<List<Change>> waves) {
        waves.forEach(wave -> assertThat(apply(wave, target().readDatabases(false, Progress.NONE)))
                .allMatch(APPLIED::equals));
    }

    private List<Outcome> apply(Collection<? extends Change> changes, TargetReading reading) {
        return target().apply(List.copyOf(changes), reading, NOBODY, Progress.NONE);
    }

    private Outcome applyToJobs(Change change) {
        return apply(List.of(change), target().readDatabases(true, Progress.NONE))
                .get(0);
    }

    private List<GlueJob> jobs() {
        return target().readDatabases(true, Progress.NONE)
                .observation()
                .catalog()
                .jobs();
    }

    private TargetReading read(String... databases) {
        return target().readTables(target().readDatabases(false, Progress.NONE), List.of(databases), Progress.NONE);
    }

    private static Change update(TargetReading reading, String table, String description) {
        return described(find(reading.observation().catalog(), "sales", table), version(reading, table), description);
    }

    private static String version(TargetReading reading, String table) {
        return version(reading, new TableName("sales", table));
    }

    private static String version(TargetReading reading, TableName table) {
        return reading.observation().facts(table).orElseThrow().versionId();
    }

    /** The user wants the work to stop. */
    private static final class Cancelled implements Progress {

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
