package io.catalogbridge.connectors.sandbox.aws;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.model.Table;

import static org.assertj.core.api.Assertions.assertThat;

class HumanEditsTest {

    private static final String PATH = "/_sandbox/edit";

    private final TestingAws aws = TestingAws.start();

    @BeforeEach
    void createTable() {
        Inputs.createDatabase(aws.glue(), Inputs.DATABASE);
        Inputs.createTable(
                aws.glue(), table -> table.description("ours").owner("us").parameters(Map.of("a", "1", "b", "2")));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void changesWhatItNamesAndNothingElse() throws IOException, InterruptedException {
        var answer = aws.post(PATH, """
                {"database": "Sales", "table": "Orders", "description": "theirs",
                 "columnComments": {"id": "The number"}, "parameters": {"b": "3", "c": "4"}}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"VersionId\":\"1\"}");
        assertThat(table()).satisfies(table -> {
            assertThat(table.description()).isEqualTo("theirs");
            assertThat(table.owner()).isEqualTo("us");
            assertThat(table.parameters()).isEqualTo(Map.of("a", "1", "b", "3", "c", "4"));
            assertThat(table.storageDescriptor().columns()).containsExactly(Inputs.commented("The number"));
            assertThat(table.versionId()).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"database\": \"sales\", \"table\": \"missing\"} | EntityNotFoundException",
                "{\"database\": \"sales\"} | ValidationException",
                "{\"database\": \"sales\", \"table\": \"orders\", \"columnComments\": {\"x\": \"\"}} | EntityNotFoundException",
                "{\"database\": \"sales\", \"table\": \"orders\", \"columnComments\": {\"id\": \"a\\nb\"}} | ValidationException",
                "nonsense | SerializationException"
            })
    void refusesWhatGlueWouldRefuse(String body, String code) throws IOException, InterruptedException {
        var answer = aws.post(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
        assertThat(table().versionId()).isEqualTo("0");
    }

    private Table table() {
        return aws.glue()
                .getTable(request -> request.databaseName(Inputs.DATABASE).name(Inputs.TABLE))
                .table();
    }
}
