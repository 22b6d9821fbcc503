package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTableVersionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.ResourceNumberLimitExceededException;
import software.amazon.awssdk.services.glue.model.TableVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableVersionsTest {

    private static final int VERSIONS = 120;

    private final TestingAws aws =
            TestingAws.start(TestingAws.SETTINGS.withQuotas(GlueQuotas.DEFAULTS.withVersionsPerTable(VERSIONS)));
    private final GlueClient glue = aws.glue();

    @BeforeEach
    void createTable() {
        Inputs.createDatabase(glue, Inputs.DATABASE);
        Inputs.createTable(glue, table -> table.description("text 0"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void keepsEveryFormerVersion() {
        update(1, false);
        update(2, false);

        assertThat(version("0").table().description()).isEqualTo("text 0");
        assertThat(version("1").table().description()).isEqualTo("text 1");
        assertThat(version(null).versionId()).isEqualTo("2");
        assertThatThrownBy(() -> version("3")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> version("newest")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void skipsTheArchiveWhenAskedTo() {
        update(1, true);

        assertThat(version("1").table().description()).isEqualTo("text 1");
        assertThatThrownBy(() -> version("0")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void listsVersionsFromTheNewestInPages() {
        IntStream.range(1, VERSIONS).forEach(number -> update(number, false));

        GetTableVersionsResponse first = glue.getTableVersions(
                request -> request.databaseName(Inputs.DATABASE).tableName(Inputs.TABLE));
        GetTableVersionsResponse second = glue.getTableVersions(request ->
                request.databaseName(Inputs.DATABASE).tableName(Inputs.TABLE).nextToken(first.nextToken()));

        assertThat(first.tableVersions())
                .hasSize(100)
                .first()
                .extracting(TableVersion::versionId)
                .isEqualTo("119");
        assertThat(second.tableVersions())
                .hasSize(20)
                .last()
                .extracting(TableVersion::versionId)
                .isEqualTo("0");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void refusesUpdateWhenTheQuotaOfVersionsIsUsedUpUntilSomeAreDeleted() {
        IntStream.range(1, VERSIONS).forEach(number -> update(number, false));

        assertThatThrownBy(() -> update(VERSIONS, false)).isInstanceOf(ResourceNumberLimitExceededException.class);

        glue.deleteTableVersion(request ->
                request.databaseName(Inputs.DATABASE).tableName(Inputs.TABLE).versionId("5"));
        update(VERSIONS, false);
        assertThat(version(null).versionId()).isEqualTo("120");
    }

    @Test
    void anUpdateThatSkipsTheArchiveNeedsNoQuota() {
        IntStream.range(1, VERSIONS).forEach(number -> update(number, false));

        update(VERSIONS, true);

        assertThat(version(null).table().description()).isEqualTo("text " + VERSIONS);
    }

    @Test
    void batchDeleteReportsVersionsThatItCouldNotDelete() {
        update(1, false);
        update(2, false);

        var errors = glue.batchDeleteTableVersion(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .versionIds("0", "2", "7"))
                .errors();

        assertThat(errors).extracting(error -> error.versionId()).containsExactly("2", "7");
        assertThat(errors)
                .extracting(error -> error.errorDetail().errorCode())
                .containsExactly("InvalidInputException", "EntityNotFoundException");
        assertThatThrownBy(() -> version("0")).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void refusesToDeleteTheCurrentVersion() {
        assertThatThrownBy(() -> glue.deleteTableVersion(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .versionId("0")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aNewTableOfTheSameNameHasNoFormerVersions() {
        update(1, false);

        glue.deleteTable(request -> request.databaseName(Inputs.DATABASE).name(Inputs.TABLE));
        Inputs.createTable(glue, Inputs.TABLE);

        assertThat(glue.getTableVersions(
                                request -> request.databaseName(Inputs.DATABASE).tableName(Inputs.TABLE))
                        .tableVersions())
                .extracting(TableVersion::versionId)
                .containsExactly("0");
    }

    @Test
    void exactlyOneOfManyUpdatesOfTheSameVersionSucceeds() throws InterruptedException {
        int writers = 16;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Boolean>> updates = IntStream.range(0, writers)
                    .<Callable<Boolean>>mapToObj(number -> () -> succeeds("writer " + number, "0"))
                    .toList();

            List<Boolean> outcomes = threads.invokeAll(updates).stream()
                    .map(TableVersionsTest::outcome)
                    .toList();

            assertThat(outcomes).containsOnlyOnce(true);
            assertThat(version(null).versionId()).isEqualTo("1");
        } finally {
            threads.shutdown();
        }
    }

    private boolean succeeds(String description, String version) {
        try {
            glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                    .versionId(version)
                    .tableInput(Inputs.table(table -> table.description(description))));
            return true;
        } catch (ConcurrentModificationException lost) {
            return false;
        }
    }

    private static boolean outcome(Future<Boolean> update) {
        try {
            return update.get();
        } catch (InterruptedException | ExecutionException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void update(int number, boolean skipArchive) {
        glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                .skipArchive(skipArchive)
                .tableInput(Inputs.table(table -> table.description("text " + number))));
    }

    private TableVersion version(@Nullable String version) {
        return glue.getTableVersion(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .versionId(version))
                .tableVersion();
    }
}
