package io.catalogbridge.server.resources;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class CappedJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void leavesAloneWhatFits() {
        ObjectNode small = JSON.createObjectNode().put("name", "x");

        assertThat(CappedJson.of(small, 100, "elsewhere")).isSameAs(small);
    }

    @Test
    void keepsSmallFieldsWholeAndSaysWhatItCut() {
        ObjectNode large = JSON.createObjectNode().put("name", "ORDERS");
        ArrayNode columns = large.putArray("columns");
        IntStream.range(0, 10_000)
                .forEach(number -> columns.addObject().put("name", "C" + number).put("label", "Spalte ä"));
        large.put("definition", "\u0001".repeat(50_000)).put("label", "Orders");

        ObjectNode capped = CappedJson.of(large, 20_000, "the command line");

        assertThat(CappedJson.size(capped)).isBetween(10_000, 20_000);
        assertThat(capped.propertyNames()).containsExactly("name", "columns", "definition", "label", "truncated");
        assertThat(capped.get("label").asString()).isEqualTo("Orders");
        assertThat(capped.at("/columns/0/name").asString()).isEqualTo("C0");
        assertThat(capped.at("/truncated/rest").asString()).isEqualTo("the command line");
        assertThat(capped.at("/truncated/shown/columns").asString())
                .isEqualTo(capped.get("columns").size() + " of 10000");
        assertThat(capped.at("/truncated/shown/definition").asString()).isEqualTo("the beginning");
    }

    @Test
    void cutsObjectsAndPairsOfCharactersWhereTheyEnd() {
        ObjectNode large = JSON.createObjectNode().put("text", "x" + "\ud83d\ude00".repeat(10_000));
        ObjectNode parameters = large.putObject("parameters");
        IntStream.range(0, 5_000).forEach(number -> parameters.put("key" + number, "value"));

        ObjectNode capped = CappedJson.of(large, 10_000, "elsewhere");

        assertThat(CappedJson.size(capped)).isLessThanOrEqualTo(10_000);
        assertThat(capped.get("parameters").size()).isPositive();
        assertThat(capped.get("text").asString()).endsWith("\ude00…");
    }
}
