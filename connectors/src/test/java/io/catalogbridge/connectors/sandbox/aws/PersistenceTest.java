package io.catalogbridge.connectors.sandbox.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersistenceTest {

    @TempDir
    private Path folder;

    @Test
    void remembersEverythingAcrossRestarts() {
        try (TestingAws aws = start()) {
            Inputs.createDatabase(aws.glue(), Inputs.DATABASE);
            Inputs.createTable(aws.glue(), table -> table.description("ä “one” 💶\nline"));
            Inputs.createTable(aws.glue(), "deleted");
            update(aws.glue(), "second");
            aws.glue()
                    .deleteTable(
                            request -> request.databaseName(Inputs.DATABASE).name("deleted"));
        }

        try (TestingAws aws = start()) {
            assertThat(Inputs.tableNames(aws.glue())).containsExactly(Inputs.TABLE);
            assertThat(description(aws.glue(), "1")).isEqualTo("second");
            assertThat(description(aws.glue(), "0")).isEqualTo("ä “one” 💶\nline");
        }
    }

    @Test
    void dropsALastLineThatWasNeverAcknowledged() throws IOException {
        try (TestingAws aws = start()) {
            Inputs.createDatabase(aws.glue(), "kept");
        }
        Files.writeString(journal(), "[{\"put\":[\"database\",\"1234", StandardOpenOption.APPEND);

        try (TestingAws aws = start()) {
            Inputs.createDatabase(aws.glue(), "new");
        }

        try (TestingAws aws = start()) {
            assertThat(aws.glue().getDatabases(request -> {}).databaseList())
                    .extracting(database -> database.name())
                    .containsExactly("kept", "new");
        }
    }

    @Test
    void refusesADamagedJournalNamingTheLine() throws IOException {
        Files.write(journal(), List.of("[]", "nonsense", "[]"));

        assertThatIOException()
                .isThrownBy(() -> new AwsEndpoint(folder, Clock.systemUTC(), TestingAws.SETTINGS))
                .withMessageContaining("Line 2 of " + journal());
        Files.delete(journal());
        try (TestingAws aws = start()) {
            assertThat(aws.glue().getDatabases(request -> {}).databaseList()).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatIsInUseUntilItIsFree() {
        try (TestingAws aws = start()) {
            Inputs.createDatabase(aws.glue(), "sales");
            assertThatIOException()
                    .isThrownBy(() -> new AwsEndpoint(folder, Clock.systemUTC(), TestingAws.SETTINGS))
                    .withMessageContaining("in use by another process")
                    .withMessageContaining(folder.toString());
        }

        try (TestingAws next = start()) {
            assertThat(next.glue().getDatabases(request -> {}).databaseList()).hasSize(1);
        }
    }

    @Test
    void compactsAJournalThatHasGrown() throws IOException {
        try (TestingAws aws = start()) {
            Inputs.createDatabase(aws.glue(), Inputs.DATABASE);
            Inputs.createTable(aws.glue(), Inputs.TABLE);
        }
        List<String> lines = Files.readAllLines(journal());
        Files.write(
                journal(),
                IntStream.range(0, 1200).mapToObj(number -> lines.get(1)).toList(),
                StandardOpenOption.APPEND);

        try (TestingAws aws = start()) {
            assertThat(Files.readAllLines(journal())).hasSize(2);
            update(aws.glue(), "after");
        }

        try (TestingAws aws = start()) {
            assertThat(description(aws.glue(), "1")).isEqualTo("after");
        }
    }

    @Test
    void aRefusedWriteLeavesNoTrace() throws IOException {
        try (TestingAws aws = start()) {
            Inputs.createDatabase(aws.glue(), Inputs.DATABASE);
            long size = Files.size(journal());

            assertThatThrownBy(() -> update(aws.glue(), "nothing there")).isInstanceOf(EntityNotFoundException.class);

            assertThat(Files.size(journal())).isEqualTo(size);
        }
    }

    private static void update(GlueClient glue, String description) {
        glue.updateTable(request -> request.databaseName(Inputs.DATABASE)
                .tableInput(Inputs.table(table -> table.description(description))));
    }

    private static String description(GlueClient glue, String version) {
        return glue.getTableVersion(request -> request.databaseName(Inputs.DATABASE)
                        .tableName(Inputs.TABLE)
                        .versionId(version))
                .tableVersion()
                .table()
                .description();
    }

    private TestingAws start() {
        return TestingAws.start(folder, Clock.systemUTC(), TestingAws.SETTINGS);
    }

    private Path journal() {
        return folder.resolve("aws-catalog.jsonl");
    }
}
