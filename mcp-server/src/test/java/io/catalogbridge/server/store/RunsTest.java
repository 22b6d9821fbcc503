package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
import io.catalogbridge.server.store.Runs.Wish;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RunsTest {

    private static final String ENV = "dog";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Change CHANGE =
            new Change.CreateDatabase(GlueDatabase.of("sales", "Sales", Map.of("catalogbridge.owner", ENV), List.of()));

    @TempDir
    private Path folder;

    private Store at(Instant time) {
        return Store.open(folder, Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void aSecondRunOfAnEnvironmentDoesNotBegin() {
        try (Store store = at(NOW);
                Store other = at(NOW)) {
            String first = store.runs().begin(ENV, "plan-1", "anna");

            RunUnderWay refusal =
                    catchThrowableOfType(RunUnderWay.class, () -> other.runs().begin(ENV, "plan-1", "berta"));

            assertThat(refusal.run().id()).isEqualTo(first);
            assertThat(refusal.run().actor()).isEqualTo("anna");
            assertThat(other.runs().begin("wolf", "plan-2", "berta")).isNotEqualTo(first);
            assertThat(other.runs().underWay(ENV)).map(Run::id).contains(first);
        }
    }

    @Test
    void anEndedRunMakesRoomForTheNext() {
        try (Store store = at(NOW)) {
            store.runs().end(store.runs().begin(ENV, "plan-1", "anna"), RunOutcome.DONE, Tally.NONE, CallCounts.NONE);

            store.runs().begin(ENV, "plan-1", "anna");

            assertThat(store.runs().recent(ENV, 5)).hasSize(2);
        }
    }

    @Test
    void aRunThatIsNotHeardOfIsInterruptedAndMakesRoom() {
        String silent;
        try (Store store = at(NOW)) {
            silent = store.runs().begin(ENV, "plan-1", "anna");
            store.runs().record(silent, ENV, CHANGE, new Outcome.Applied());
        }
        try (Store store = at(NOW.plus(Runs.SILENCE).plusSeconds(1))) {
            assertThat(store.runs().find(silent)).hasValueSatisfying(run -> {
                assertThat(run.outcome()).isEqualTo(RunOutcome.INTERRUPTED);
                assertThat(run.endedAt()).isEqualTo(NOW);
                assertThat(run.tally().applied()).isEqualTo(1);
            });
            assertThat(store.runs().underWay(ENV)).isEmpty();

            store.runs().begin(ENV, "plan-2", "berta");
        }
        try (Store store = at(NOW)) {
            assertThat(store.runs().find(silent).orElseThrow().outcome()).isEqualTo(RunOutcome.INTERRUPTED);
        }
    }

    @Test
    void aRunOfAProcessThatIsNoMoreIsInterruptedAtOnce() throws SQLException {
        RunOwner me = RunOwner.current();
        try (Store store = at(NOW)) {
            String run = store.runs().begin(ENV, "plan-1", "anna");
            assertThat(store.runs().find(run).orElseThrow().running()).isTrue();

            sql("update run set owner = '" + new RunOwner(me.host(), me.pid(), me.startedMs() - 1).text() + "'");

            assertThat(store.runs().find(run).orElseThrow().outcome()).isEqualTo(RunOutcome.INTERRUPTED);
            assertThat(store.runs().begin(ENV, "plan-1", "anna")).isNotEqualTo(run);
        }
    }

    @Test
    void nothingIsProvedOfProcessesOfOtherMachines() {
        RunOwner me = RunOwner.current();

        assertThat(me.gone()).isFalse();
        assertThat(new RunOwner("another-machine", me.pid(), 1).gone()).isFalse();
        assertThat(new RunOwner("", me.pid(), 1).gone()).isFalse();
        assertThat(RunOwner.parse(me.text())).contains(me);
        assertThat(RunOwner.parse("")).isEmpty();
        assertThat(RunOwner.parse("a b c")).isEmpty();
    }

    @Test
    void aRunThatBeatsLivesAndHearsThatItShouldStop() {
        try (Store store = at(NOW)) {
            String run = store.runs().begin(ENV, "plan-1", "anna");
            Position position = new Position("Applying changes", 3, 10);
            assertThat(store.runs().beat(run, position)).isEqualTo(Wish.GO_ON);

            assertThat(store.runs().requestStop(run, "berta")).isTrue();
            assertThat(store.runs().requestStop(run, "carl")).isTrue();

            assertThat(store.runs().beat(run, position)).isEqualTo(Wish.STOP);
            assertThat(store.runs().find(run)).hasValueSatisfying(found -> {
                assertThat(found.cancelledBy()).isEqualTo("berta");
                assertThat(found.position()).isEqualTo(position);
            });
        }
    }

    @Test
    void aRunThatOthersTookForDeadHearsThatItIsOver() {
        String run;
        try (Store store = at(NOW)) {
            run = store.runs().begin(ENV, "plan-1", "anna");
        }
        try (Store store = at(NOW.plus(Duration.ofHours(1)))) {
            store.runs().begin(ENV, "plan-1", "berta");

            assertThat(store.runs().beat(run, Position.START)).isEqualTo(Wish.OVER);
            assertThat(store.runs().requestStop(run, "berta")).isFalse();
        }
    }

    @Test
    void aRunThatFailedSaysWhyAndKeepsWhatItHadDone() {
        RunFailure failure = new RunFailure("AUTH", "glue: no entry", false, "ask for the key");
        try (Store store = at(NOW)) {
            String run = store.runs().begin(ENV, "plan-1", "anna");
            store.runs().record(run, ENV, CHANGE, new Outcome.Applied());

            store.runs().fail(run, failure, CallCounts.of(Map.of("CreateDatabase", 1L)));

            assertThat(store.runs().find(run)).hasValueSatisfying(found -> {
                assertThat(found.outcome()).isEqualTo(RunOutcome.PARTIAL);
                assertThat(found.failure()).isEqualTo(failure);
                assertThat(found.tally()).isEqualTo(new Tally(1, 0, 0, 0));
            });
        }
    }

    @Test
    void aStoreOfTheFirstVersionIsBroughtUpToDateAndItsOpenRunsAreInterrupted() throws SQLException {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + folder.resolve("store.db"), null, null)
                .locations("classpath:io/catalogbridge/server/store/migrations")
                .target("1")
                .load()
                .migrate();
        sql("pragma user_version = 1");
        for (String id : List.of("run-1", "run-2")) {
            sql("insert into run (id, environment, plan_id, actor, started_at, outcome) values ('" + id
                    + "', 'dog', 'plan-1', 'anna', '2026-01-01T00:00:00Z', 'running')");
        }

        try (Store store = at(NOW)) {
            assertThat(store.runs().recent(ENV, 5))
                    .hasSize(2)
                    .allSatisfy(run -> assertThat(run.outcome()).isEqualTo(RunOutcome.INTERRUPTED));
            store.runs().begin(ENV, "plan-1", "anna");
            assertThatThrownBy(() -> store.runs().begin(ENV, "plan-1", "anna")).isInstanceOf(RunUnderWay.class);
        }
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
