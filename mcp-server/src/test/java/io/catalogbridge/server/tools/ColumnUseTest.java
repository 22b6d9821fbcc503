package io.catalogbridge.server.tools;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnUseTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static ColumnUse use(String definition) {
        return ColumnUse.of(JSON.createObjectNode().put("definition", definition), "NET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT NET FROM T                                   | NAMED
            select t."net" from T as t                          | NAMED
            SELECT NET_TAX, X FROM T                            | NOT_NAMED
            SELECT * FROM T                                     | ALL_COLUMNS
            SELECT TOP 10 * FROM T                              | ALL_COLUMNS
            SELECT T.* FROM T                                   | ALL_COLUMNS
            SELECT COUNT(*) AS N FROM T                         | NOT_NAMED
            SELECT A FROM T WHERE NET > 0                       | NAMED
            {"SELECT":{"from":{"ref":["T"]},"columns":[{"ref":["T","NET"]}]}}  | NAMED
            {"SELECT":{"from":{"ref":["T"]},"columns":[{"ref":["T","TAX"]}]}}  | NOT_NAMED
            {"SELECT":{"from":{"ref":["T"]},"columns":["*"]}}                  | ALL_COLUMNS
            {"SELECT":{"from":{"ref":["T"]}}}                                  | ALL_COLUMNS
            {"SELECT":{"from":{"SELECT":{"from":{"ref":["T"]}}},"columns":[{"ref":["A"]}]}} | ALL_COLUMNS
            {"SET":{"args":[{"SELECT":{"columns":[]}},{"SELECT":{}}]}}         | ALL_COLUMNS
            {}                                                                 | UNKNOWN
            {"not json                                                         | UNKNOWN
            """)
    void readsADefinition(String definition, ColumnUse use) {
        assertThat(use(definition)).isEqualTo(use);
    }

    @Test
    void doesNotKnowWhatHasNoDefinition() {
        assertThat(ColumnUse.of(JSON.createObjectNode(), "NET")).isEqualTo(ColumnUse.UNKNOWN);
    }

    @Test
    void prefersWhatTellsMore() {
        assertThat(ColumnUse.NOT_NAMED.likelier(ColumnUse.UNKNOWN)).isEqualTo(ColumnUse.UNKNOWN);
        assertThat(ColumnUse.NAMED.likelier(ColumnUse.ALL_COLUMNS)).isEqualTo(ColumnUse.NAMED);
    }
}
