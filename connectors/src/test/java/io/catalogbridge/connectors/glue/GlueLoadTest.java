package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.plan.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.catalogbridge.connectors.testing.GlueExamples.creationOf;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(180)
class GlueLoadTest {

    private static final List<String> DATABASES = List.of("finance", "sales");
    private static final int READINGS = 20;

    /** Two databases and 300 tables created after two listings; each reading one page of databases and four of tables. */
    private static final long CALLS_ON_A_GOOD_DAY = 2 + 300 + 2 + READINGS * 5;

    @Test
    void aThousandChangesAtOnceCostAThousandCalls() {
        try (TestingGlue glue = TestingGlue.start()) {
            GlueTarget target = glue.target(glue.config().withConcurrency(64));

            create(target, 500);

            assertThat(target.calls().byOperation())
                    .isEqualTo(Map.of("GetDatabases", 2L, "CreateDatabase", 2L, "CreateTable", 1_000L));
            assertThat(glue.received().counts()).isEqualTo(target.calls().byOperation());
            assertThat(tables(target)).hasSize(1_000);
        }
    }

    @Test
    void convergesAlthoughThreeCallsInTenAreThrottled() {
        converges(Faults.none().withThrottleRate(0.3));
    }

    @Test
    void convergesAlthoughOneCallInTenFails() {
        converges(Faults.none().withErrorRate(0.1));
    }

    @Test
    void convergesAlthoughOneAnswerInTenBreaksOff() {
        converges(Faults.none().withDisconnectRate(0.1));
    }

    /** In real time, which a busy machine distorts: the slower suites run it alone. */
    @Test
    @Tag("slow")
    void keepsToTheConfiguredRate() {
        try (TestingGlue glue = TestingGlue.start()) {
            GlueTarget target = glue.target(glue.config().withRate(RateLimit.perSecond(100)));

            create(target, 100);

            assertThat(target.rates().get(1).granted()).isEqualTo(202);
            assertThat(target.rates().get(1).utilisation()).isGreaterThan(0.75);
        }
    }

    private static void converges(Faults faults) {
        try (TestingGlue glue = TestingGlue.start(faults)) {
            GlueTarget target = glue.target();

            create(target, 150);
            for (int i = 0; i < READINGS; i++) {
                assertThat(tables(target)).hasSize(300);
            }

            assertThat(glue.received().counts()).isEqualTo(target.calls().byOperation());
            assertThat(target.calls().total()).isGreaterThan(CALLS_ON_A_GOOD_DAY);
        }
    }

    private static void create(GlueTarget target, int tablesEach) {
        for (List<Change> wave : creationOf(DATABASES, tablesEach)) {
            List<Outcome> outcomes = TestingGlue.apply(target, wave, target.readDatabases(false, Progress.NONE));
            assertThat(outcomes).allMatch(new Outcome.Applied()::equals);
        }
    }

    private static List<GlueTable> tables(GlueTarget target) {
        return TestingGlue.read(target, "finance", "sales")
                .observation()
                .catalog()
                .tables()
                .toList();
    }
}
