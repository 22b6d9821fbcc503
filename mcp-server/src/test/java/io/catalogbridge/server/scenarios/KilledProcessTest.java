package io.catalogbridge.server.scenarios;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.catalogbridge.server.scenarios.KilledProcess.WRITES;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** Being killed at any point of a run costs nothing but the time of another. */
@Tag("integration")
class KilledProcessTest {

    private static final Settings SMALL = Settings.of(SMALL_TENANT);
    private static final String[] RENAMED = {"TABLE_00000", "TABLE_00001", "VIEW_00004", "REMOTE_00008", "MODEL_00007"};

    private static final String[] DELETED = {"MODEL_00007", "MODEL_00017", "TABLE_00013"};

    /** What undisturbed runs leave behind: after the first, after five assets were renamed, and after three were deleted. */
    private static GlueAccount.Content firstContent;

    private static GlueAccount.Content secondContent;
    private static GlueAccount.Content thirdContent;

    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void undisturbed(@TempDir Path data) {
        try (Scenario scenario = Scenario.start(SMALL.withPolicy(Settings.DELETING), data)) {
            scenario.sync();
            firstContent = scenario.glue().content();
            scenario.rename(RENAMED);
            scenario.sync();
            secondContent = scenario.glue().content();
            scenario.delete(DELETED);
            scenario.sync();
            thirdContent = scenario.glue().content();
        }
    }

    @Test
    void killedInTheMiddleOfTheFirstRun() {
        assertRecoversFromTheFirstRun(WRITES, 15);
    }

    @Tag("slow")
    @ParameterizedTest(name = "at write {0}")
    @ValueSource(ints = {1, 2, 8, 22, 28, 29})
    void killedAnywhereInTheFirstRun(int write) {
        assertRecoversFromTheFirstRun(WRITES, write);
    }

    @Tag("slow")
    @Test
    void killedBeforeTheFirstWrite() {
        assertRecoversFromTheFirstRun(List.of("GetDatabases"), 1);
    }

    @Tag("slow")
    @Test
    void killedAfterTheLastWriteBeforeTheRunIsClosed() {
        assertRecoversFromTheFirstRun(List.of("GetTables"), 1);
    }

    private void assertRecoversFromTheFirstRun(List<String> operations, int nth) {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            KilledProcess process = new KilledProcess(scenario, folder);

            process.killAtCall(operations, nth);

            process.assertRecovers(firstContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0");
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "at write {0}")
    @ValueSource(ints = {1, 3, 5, 6})
    void killedWhileUpdating(int write) {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            KilledProcess process = new KilledProcess(scenario, folder);
            assertThat(process.program().run("sync")).isZero();
            scenario.rename(RENAMED);

            process.killAtCall(WRITES, write);

            process.assertRecovers(secondContent);
            assertThat(scenario.glue().versions().values())
                    .containsOnly("0", "1")
                    .filteredOn("1"::equals)
                    .hasSize(RENAMED.length);
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "at {0}")
    @ValueSource(strings = {"BatchDeleteTable", "UpdateDatabase"})
    void killedWhileDeleting(String operation) {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            KilledProcess process = new KilledProcess(scenario, folder);
            scenario.rename(RENAMED);
            assertThat(process.program().run("sync")).isZero();
            scenario.delete(DELETED);

            process.killAtCall(List.of(operation), 1);

            process.assertRecovers(thirdContent);
            assertThat(scenario.glue().tables()).hasSize(24);
        }
    }

    @Tag("slow")
    @Test
    void killedAgainAndAgain() {
        try (Scenario scenario = Scenario.start(SMALL, data)) {
            KilledProcess process = new KilledProcess(scenario, folder);

            process.killAtCall(WRITES, 1);
            process.killAtCall(WRITES, 2);
            process.killAtCall(WRITES, 1);

            process.assertRecovers(firstContent);
            assertThat(scenario.glue().versions().values()).containsOnly("0");
        }
    }
}
