package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.glue.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AthenaSampleTest {

    private static final TableName TABLE = new TableName("sales", "order");

    private static JsonNode column(String name, String parameters) {
        return new JsonMapper()
                .readTree("{\"name\":\"%s\",\"parameters\":{%s}}"
                        .formatted(name, parameters.replace("'", "\"").replace("@", "catalogbridge.")));
    }

    private static String sql(boolean model, JsonNode... columns) {
        return new AthenaSample(TABLE, List.of(columns), model).sql().orElseThrow();
    }

    @Test
    void quotesEveryName() {
        assertThat(sql(false, column("group", ""), column("0material", ""), column("a\\\"b", "")))
                .isEqualTo("""
                        SELECT
                          "group",
                          "0material",
                          "a""b"
                        FROM "sales"."order"
                        LIMIT 10""");
    }

    @Test
    void combinesTheMeasuresOfAModelByItsDimensions() {
        assertThat(sql(
                        true,
                        column("region", "'@role':'dimension'"),
                        column("net", "'@role':'measure','@measure-kind':'base','@aggregation':'SUM'"),
                        column("price", "'@role':'measure','@measure-kind':'base','@aggregation':'AVG'"),
                        column("margin", "'@role':'measure','@measure-kind':'calculated','@aggregation':'SUM'"),
                        column("odd", "'@role':'measure','@measure-kind':'base','@aggregation':'MEDIAN'")))
                .isEqualTo("""
                        SELECT
                          "region",
                          SUM("net") AS "net",
                          AVG("price") AS "price"
                        FROM "sales"."order"
                        GROUP BY 1
                        LIMIT 100""");
    }

    @Test
    void combinesAllRowsWhereThereIsNoDimension() {
        assertThat(sql(true, column("id", "'@role':'measure','@aggregation':'COUNT_DISTINCT'")))
                .isEqualTo("""
                        SELECT
                          COUNT(DISTINCT "id") AS "id"
                        FROM "sales"."order\"""");
    }

    @Test
    void readsRowsOfWhatIsNoModel() {
        assertThat(sql(false, column("net", "'@role':'measure','@aggregation':'SUM'"), column("x", "'@hidden':'true'")))
                .isEqualTo("""
                        SELECT
                          "net"
                        FROM "sales"."order"
                        LIMIT 10""");
    }

    @Test
    void selectsNothingWhereNothingIsKnown() {
        assertThat(new AthenaSample(TABLE, List.of(), true).sql()).isEmpty();
    }
}
