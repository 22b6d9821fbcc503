package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArgumentAdviceTest {

    private static ToolDefinition tool(Map<String, Object> properties) {
        Map<String, Object> schema = Map.of("type", "object", "properties", properties, "additionalProperties", false);
        return new ToolDefinition("a_tool", "A tool", "Does.", schema, Map.of(), ToolDefinition.Effect.READ);
    }

    private static final ToolDefinition SEARCH =
            tool(Map.of("query", Map.of("type", "string"), "limit", Map.of("type", "integer", "maximum", 50)));

    @Test
    void suggestsTheArgumentsThatThereAre() {
        assertThat(ArgumentAdvice.of(SEARCH, Map.of("querry", "x")))
                .containsExactly("Instead of 'querry', did you mean query?");
        assertThat(ArgumentAdvice.of(SEARCH, Map.of("zzzzzzzzz", "x"))).containsExactly("It takes limit, query.");
        assertThat(ArgumentAdvice.of(tool(Map.of()), Map.of("x", 1))).containsExactly("Call it without arguments.");
        assertThat(ArgumentAdvice.of(SEARCH, Map.of("limit", 99)))
                .isEqualTo(List.of("Correct the arguments and call again."));
    }

    @Test
    void complaintsNameTheArgumentAndTheRuleAlone() {
        assertThat(SchemaCheck.complaint(SEARCH.inputSchema(), Map.of("limit", 99)))
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("/limit: ").contains("50").doesNotContain("Validation"));
    }
}
