package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is killed in the middle of its work, without a chance to put anything in order, and what the next one makes
 * of it.
 */
final class KilledProcess {

    static final List<String> WRITES =
            List.of("CreateDatabase", "CreateTable", "UpdateTable", "UpdateDatabase", "BatchDeleteTable");

    private static final int SIGKILLED = 128 + 9;

    private final Scenario scenario;
    private final Program program;

    KilledProcess(Scenario scenario, Path folder) {
        this.scenario = scenario;
        this.program = new Program(scenario.sandbox(), folder);
    }

    Program program() {
        return program;
    }

    /**
     * Starts {@code sync} and kills it when Glue has received the nth call of these operations. That call is carried out, but
     * nobody hears of it; the same goes for others that are under way.
     */
    void killAtCall(List<String> operations, int nth) {
        FaultScript script = scenario.glueFaults();
        CompletableFuture<Process> running = new CompletableFuture<>();
        Moments.atAny(
                script, operations, nth, () -> Program.ended(running.join().destroyForcibly()));
        Process process = program.start("sync");
        running.complete(process);
        assertThat(Program.ended(process)).as(program.printed()).isEqualTo(SIGKILLED);
        script.clear();
    }

    /** One more run does the rest, and another has nothing to do. */
    void assertRecovers(GlueAccount.Content expected) {
        assertThat(program.run("sync")).as(program.printed()).isZero();
        scenario.glue().content().assertSameAs(expected);

        Calls idle = scenario.calls(() -> program.run("sync"));

        assertThat(idle.glueWrites()).isZero();
        assertThat(idle.tenantCalls(" read")).isZero();
        assertStoreRemembersWhatIsThere();
    }

    private void assertStoreRemembersWhatIsThere() {
        try (Store store = Store.open(program.data(), Clock.systemUTC())) {
            List<TableName> remembered = store.baselines()
                    .load(Installation.ENVIRONMENT, scenario.glue().databases().keySet())
                    .tables()
                    .map(GlueTable::name)
                    .toList();
            assertThat(remembered)
                    .extracting(name -> name.database() + "/" + name.table())
                    .containsExactlyInAnyOrderElementsOf(
                            scenario.glue().tables().keySet());
            assertThat(store.runs().recent(Installation.ENVIRONMENT, 10))
                    .extracting(Run::outcome)
                    .isSubsetOf(RunOutcome.INTERRUPTED, RunOutcome.DONE);
        }
    }
}
