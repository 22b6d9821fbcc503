package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.plan.PlanPolicy.FieldStrategies;
import io.catalogbridge.mapping.plan.Skipped;
import io.catalogbridge.mapping.plan.Skipped.Reason;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.sync.Planned;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.server.scenarios.Scenario.SMALL_DATABASE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_SPACE;
import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** What is gone from the tenant leaves Glue only when it may, not too much at once, and after its time. */
@Tag("integration")
class DeletionTest {

    private static final String TOMBSTONE = "catalogbridge.tombstone";
    private static final String GONE = "table_00013";
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private Path data;

    private Scenario start(double mostOfADatabase, Duration grace) {
        PlanPolicy policy = new PlanPolicy(true, mostOfADatabase, grace, 1_000_000, FieldStrategies.DEFAULT);
        return Scenario.start(Settings.of(SMALL_TENANT).withPolicy(policy), data);
    }

    @Test
    void nothingIsDeletedUnlessThePolicySaysSo() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            scenario.sync();
            scenario.delete("TABLE_00013");

            Synced synced = scenario.sync();

            assertThat(synced.planned().plan().skipped())
                    .extracting(Skipped::reason)
                    .containsExactly(Reason.DELETES_OFF);
            assertThat(scenario.glue().tables(SMALL_DATABASE)).containsKey(GONE);
        }
    }

    @Test
    void aTombstoneMarksWhatIsGoneUntilItsGracePeriodEnds() {
        try (Scenario scenario = start(1, WEEK)) {
            scenario.sync();
            scenario.delete("TABLE_00013");

            scenario.sync();
            String since = scenario.clock().instant().toString();
            assertThat(scenario.glue().table(SMALL_DATABASE, GONE).parameters()).containsEntry(TOMBSTONE, since);

            scenario.clock().advance(WEEK.minusSeconds(1));
            Planned waiting = scenario.plan();
            assertThat(waiting.plan().changes()).isEmpty();
            assertThat(waiting.plan().skipped()).extracting(Skipped::reason).containsExactly(Reason.GRACE_PERIOD);

            scenario.clock().advance(Duration.ofSeconds(1));
            scenario.sync();
            assertThat(scenario.glue().tables(SMALL_DATABASE)).hasSize(26).doesNotContainKey(GONE);
            assertThat(scenario.sync().applied()).isEmpty();
        }
    }

    @Test
    void whatComesBackInTimeLosesItsTombstone() {
        try (Scenario scenario = start(1, WEEK)) {
            scenario.sync();
            GlueAccount.Content before = scenario.glue().content();
            scenario.change(ChangeStep.leave(SMALL_SPACE));
            scenario.sync();
            boolean marked = scenario.glue().tables().values().stream()
                    .allMatch(table -> table.parameters().containsKey(TOMBSTONE));
            scenario.change(ChangeStep.join(SMALL_SPACE));

            scenario.sync();

            assertThat(marked).isTrue();
            scenario.glue().content().assertSameAs(before);
            assertThat(scenario.sync().applied()).isEmpty();
        }
    }

    @Test
    void moreDeletesThanTheLimitWaitForADecision() {
        try (Scenario scenario = start(0.1, Duration.ZERO)) {
            scenario.sync();
            scenario.delete("MODEL_00007", "MODEL_00017", "MODEL_00027");

            Synced synced = scenario.sync();

            assertThat(synced.planned().plan().needsDecision()).isTrue();
            assertThat(synced.planned().plan().skipped())
                    .hasSize(3)
                    .allSatisfy(skipped -> assertThat(skipped.reason()).isEqualTo(Reason.DELETE_LIMIT));
            assertThat(scenario.glue().tables()).hasSize(27);
        }
    }

    @Test
    void asManyDeletesAsTheLimitAllowsHappen() {
        try (Scenario scenario = start(0.1, Duration.ZERO)) {
            scenario.sync();
            scenario.delete("MODEL_00007", "MODEL_00017");

            Synced synced = scenario.sync();

            assertThat(synced.planned().plan().needsDecision()).isFalse();
            assertThat(scenario.glue().tables())
                    .hasSize(25)
                    .doesNotContainKeys(SMALL_DATABASE + "/model_00007", SMALL_DATABASE + "/model_00017");
        }
    }

    @Test
    void lostMembershipOfASpaceLooksLikeDeletingItAndStopsAtTheLimit() {
        try (Scenario scenario = start(0.1, Duration.ZERO)) {
            scenario.sync();
            scenario.change(ChangeStep.leave(SMALL_SPACE));

            Synced synced = scenario.sync();

            assertThat(synced.planned().plan().needsDecision()).isTrue();
            assertThat(scenario.glue().tables()).hasSize(27);
        }
    }
}
