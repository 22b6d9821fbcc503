package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.sandbox.http.Fault;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.catalogbridge.connectors.glue.TestingGlue.apply;
import static io.catalogbridge.connectors.glue.TestingGlue.read;
import static io.catalogbridge.connectors.testing.GlueExamples.database;
import static io.catalogbridge.connectors.testing.GlueExamples.deleted;
import static io.catalogbridge.connectors.testing.GlueExamples.described;
import static io.catalogbridge.connectors.testing.GlueExamples.job;
import static io.catalogbridge.connectors.testing.GlueExamples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(120)
class GlueFaultsTest {

    private static final Outcome APPLIED = new Outcome.Applied();

    private final FaultScript script = new FaultScript();
    private final TestingGlue glue = TestingGlue.start(Faults.none().withScript(script));
    private final GlueTarget target = glue.target();

    @AfterEach
    void stop() {
        glue.close();
    }

    @Test
    void aCreateThatTimedOutButSucceededIsApplied() {
        TargetReading reading = withDatabase();
        script.on("CreateTable", 1, new Fault.Late(Duration.ofMinutes(5)));
        GlueTarget impatient =
                glue.target(glue.config().withPatience(glue.config().patience().withAnswer(Duration.ofMillis(700))));

        List<Outcome> outcomes = apply(impatient, List.of(creation("orders")), reading);

        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(impatient.calls().byOperation()).isEqualTo(Map.of("CreateTable", 2L, "GetTable", 1L));
    }

    @Test
    void anUpdateWhoseAnswerWasLostIsAppliedOnce() {
        TargetReading reading = withTable("orders");
        script.on("UpdateTable", 1, new Fault.AnswerLost());

        List<Outcome> outcomes = apply(target, List.of(update("orders")), reading);

        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(glue.table("sales", "orders").versionId()).isEqualTo("1");
        assertThat(glue.received().count("UpdateTable")).isEqualTo(2);
    }

    @Test
    void anUpdateWhoseAnswerWasLostAndThatSomebodyElseOverwroteIsAConflict() {
        TargetReading reading = withTable("orders");
        script.on("UpdateTable", 2, new Fault.Answered(error(500, "InternalServiceException")));
        glue.somebodyElse()
                .updateTable(request -> request.databaseName("sales")
                        .tableInput(GlueConverter.toNewTable(
                                table("sales", "orders", "theirs"),
                                glue.config().location())));

        List<Outcome> outcomes = apply(target, List.of(update("orders")), reading);

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        conflict -> assertThat(conflict.message())
                                .contains("version 1", "created by arn:aws:iam::123456789012:user"));
        assertThat(glue.table("sales", "orders").description()).isEqualTo("theirs");
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsApplied() {
        TargetReading reading = withTable("orders");
        script.on("BatchDeleteTable", 1, new Fault.AnswerLost());

        List<Outcome> outcomes = apply(target, List.of(deleted(table("sales", "orders"), "0")), reading);

        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(glue.received().count("BatchDeleteTable")).isEqualTo(2);
    }

    @Test
    void aTableThatSomebodyElseDeletedFirstIsAConflict() {
        TargetReading reading = withTable("orders");
        glue.somebodyElse().deleteTable(request -> request.databaseName("sales").name("orders"));

        List<Outcome> outcomes = apply(target, List.of(deleted(table("sales", "orders"), "0")), reading);

        assertThat(outcomes).containsExactly(new Outcome.Conflict("glue:sales/orders is gone already"));
    }

    @Test
    void lostAnswersOfDatabasesAndJobsAreAppliedToo() {
        script.on("CreateDatabase", 1, new Fault.AnswerLost());
        script.on("CreateJob", 1, new Fault.AnswerLost());
        TargetReading reading = target.readDatabases(true, Progress.NONE);

        List<Outcome> outcomes = apply(
                target,
                List.of(
                        new Change.CreateDatabase(database("sales")),
                        new Change.CreateJob(job("load_orders", "Loads orders"))),
                reading);

        assertThat(outcomes).containsOnly(APPLIED);
        assertThat(target.readDatabases(true, Progress.NONE)
                        .observation()
                        .catalog()
                        .jobs())
                .containsExactly(job("load_orders", "Loads orders"));
    }

    @Test
    void aConcurrentModificationThatNobodyMadeIsTriedAgain() {
        TargetReading reading = withTable("orders");
        script.on("UpdateTable", 1, new Fault.Answered(error(400, "ConcurrentModificationException")));

        List<Outcome> outcomes = apply(target, List.of(update("orders")), reading);

        assertThat(outcomes).containsExactly(APPLIED);
        assertThat(glue.table("sales", "orders").versionId()).isEqualTo("1");
    }

    @Test
    void aWriteThatNeverGetsThroughIsRejectedOnceReadingShowsThatItDidNotHappen() {
        TargetReading reading = withDatabase();
        script.onEvery("CreateTable", new Fault.Failed());

        List<Outcome> outcomes = apply(target, List.of(creation("orders")), reading);

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        assertThat(glue.received().count("CreateTable")).isEqualTo(7);
    }

    @Test
    void aWriteOfWhichNothingCanBeLearnedIsUnknown() {
        TargetReading reading = withDatabase();
        script.onEvery("CreateTable", new Fault.AnswerLost());
        script.onEvery("GetTable", new Fault.Failed());

        List<Outcome> outcomes = apply(target, List.of(creation("orders")), reading);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void throttlingThatDoesNotEndIsRejectedAsSuchAndSlowsUsDown() {
        GlueTarget limited = glue.target(glue.config().withRate(new RateLimit(10_000, 1)));
        TargetReading reading = withDatabase();
        script.onEvery("CreateTable", new Fault.Throttled());

        List<Outcome> outcomes = apply(limited, List.of(creation("orders")), reading(limited));

        assertThat(reading.observation().tablesRead()).isEmpty();
        assertThat(outcomes).singleElement().isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.kind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(rejected.remedy()).contains("CreateTable");
        });
        assertThat(limited.calls().byOperation()).containsEntry("CreateTable", 12L);
        assertThat(limited.rates().get(1).throttled()).isEqualTo(12);
        assertThat(limited.rates().get(1).perSecond()).isLessThan(10_000);
        assertThat(limited.rates().get(0).throttled()).isZero();
    }

    @Test
    void pagesThatAreNoGlueAnswersAreReadAgain() {
        withTable("orders");
        script.on("GetTables", 1, new Fault.Answered(HttpAnswer.html(200, "<html>Log on</html>")));
        script.on("GetTables", 2, new Fault.Truncated());
        script.on("GetTables", 3, new Fault.Disconnected());
        script.on("GetTables", 4, new Fault.Answered(error(400, "OperationTimeoutException")));

        TargetReading reading = read(target, "sales");

        assertThat(reading.observation().catalog().tables()).containsExactly(table("sales", "orders"));
        assertThat(glue.received().count("GetTables")).isEqualTo(5);
    }

    @Test
    void aListingThatCannotBeCompletedIsNoReading() {
        withTable("orders");
        script.onEvery("GetTables", new Fault.Failed());

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> read(target, "sales"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
                .withMessageContaining("the tables of sales");
    }

    @Test
    void whatMayNotBeDoneIsRejectedWithTheActionToAllow() {
        TargetReading reading = withDatabase();
        script.onEvery("CreateTable", new Fault.Answered(error(400, "AccessDeniedException")));

        List<Outcome> outcomes = apply(target, List.of(creation("orders"), creation("items")), reading);

        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                    assertThat(rejected.kind()).isEqualTo(ErrorKind.FORBIDDEN);
                    assertThat(rejected.remedy()).contains("glue:CreateTable");
                }));
    }

    @Test
    void whatBreaksALimitOfGlueIsRejectedAndTheRestGoesOn() {
        TargetReading reading = withDatabase();
        GlueTable broken = GlueTable.of(
                table("sales", "broken").name(),
                "",
                List.of(GlueColumn.of("id", GlueType.Primitive.INT, "two\nlines", Map.of())),
                Map.of());

        List<Outcome> outcomes = apply(target, List.of(new Change.CreateTable(broken), creation("orders")), reading);

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.kind()).isEqualTo(ErrorKind.INVALID));
        assertThat(outcomes.get(1)).isEqualTo(APPLIED);
        assertThat(glue.received().count("CreateTable")).isEqualTo(2);
    }

    private TargetReading reading(GlueTarget of) {
        return of.readDatabases(false, Progress.NONE);
    }

    private TargetReading withDatabase() {
        glue.somebodyElse()
                .createDatabase(request ->
                        request.databaseInput(GlueConverter.toDatabaseInput(database("sales"), Optional.empty())));
        return reading(target);
    }

    private TargetReading withTable(String name) {
        withDatabase();
        glue.somebodyElse()
                .createTable(request -> request.databaseName("sales")
                        .tableInput(GlueConverter.toNewTable(
                                table("sales", name), glue.config().location())));
        TargetReading reading = read(target, "sales");
        script.clear();
        return reading;
    }

    private static Change creation(String name) {
        return new Change.CreateTable(table("sales", name));
    }

    private static Change update(String name) {
        return described(table("sales", name), "0", "ours");
    }

    private static HttpAnswer error(int status, String code) {
        return HttpAnswer.json(status, "{\"__type\":\"" + code + "\",\"Message\":\"on purpose\"}");
    }
}
