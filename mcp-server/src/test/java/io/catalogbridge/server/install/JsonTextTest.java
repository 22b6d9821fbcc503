package io.catalogbridge.server.install;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTextTest {

    private static final JsonNode ENTRY = new JsonMapper().readTree("{\"command\": \"run\", \"args\": [\"serve\"]}");

    private static String with(String text) throws NotEditable {
        return JsonText.of(text).with("mcpServers", "ours", ENTRY).text();
    }

    @Test
    void startsAFile() throws NotEditable {
        assertThat(with("")).isEqualTo("""
                {
                  "mcpServers": {
                    "ours": {
                      "command": "run",
                      "args": [ "serve" ]
                    }
                  }
                }
                """);
    }

    @Test
    void keepsEverythingElseToTheLastSpace() throws NotEditable {
        String before = """
                // mine
                {
                    "theme" :   "dark", /* why not */
                    "mcpServers": {
                        // the other one
                        "other": {"command": "x"},   // last
                    },
                    "numbers": [1,2,  3],
                }
                """;

        String after = with(before);

        assertThat(after).isEqualTo("""
                // mine
                {
                    "theme" :   "dark", /* why not */
                    "mcpServers": {
                        "ours": {
                            "command": "run",
                            "args": [ "serve" ]
                        },
                        // the other one
                        "other": {"command": "x"},   // last
                    },
                    "numbers": [1,2,  3],
                }
                """);
        assertThat(JsonText.of(after).without("mcpServers", "ours").text()).isEqualTo(before);
    }

    @Test
    void makesTheSectionWhereThereIsNone() throws NotEditable {
        assertThat(with("{\n\t\"theme\": \"dark\"\n}\n"))
                .isEqualTo("{\n\t\"mcpServers\": {\n\t\t\"ours\": {\n\t\t\t\"command\": \"run\","
                        + "\n\t\t\t\"args\": [ \"serve\" ]\n\t\t}\n\t},\n\t\"theme\": \"dark\"\n}\n");
    }

    @Test
    void keepsTheLineEndsOfTheFile() throws NotEditable {
        assertThat(with("{\r\n  \"a\": 1\r\n}\r\n").replace("\r\n", "")).doesNotContain("\n");
    }

    /** As some editors on Windows begin a file. */
    @Test
    void keepsAByteOrderMark() throws NotEditable {
        String after = with("\uFEFF{\r\n  \"a\": 1\r\n}\r\n");

        assertThat(after).startsWith("\uFEFF{").contains("\"ours\"");
        assertThat(after.lastIndexOf('\uFEFF')).isZero();
        assertThat(JsonText.of(after).without("mcpServers", "ours").text()).startsWith("\uFEFF{");
        assertThat(with("\uFEFF")).startsWith("\uFEFF{").contains("\"ours\"");
    }

    @Test
    void changesNothingTwice() throws NotEditable {
        String once = with("{\"mcpServers\": {\"ours\": {\"command\": \"old\"}, \"b\": {}}}");

        assertThat(with(once)).isEqualTo(once);
        assertThat(JsonText.of(once).value("mcpServers", "ours")).isEqualTo(ENTRY);
        assertThat(JsonText.of(once).value("mcpServers", "b")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mcpServers\": {\"ours\": {}}}",
                "{\"mcpServers\": {\"a\": 1, \"ours\": {}}}",
                "{\"mcpServers\": {\"ours\": {}, \"a\": 1}}",
                "{\"mcpServers\": {\"a\": 1, \"ours\": {} /* x */ , // y\n \"b\": \"}\"}}",
                "{\"mcpServers\": {\"a\": 1, /* , */ \"ours\": {},}}",
                "{\"mcpServers\": {\"a\": 1 // ,\n, \"ours\": {}}}"
            })
    void takesItOutWhereverItIs(String text) throws NotEditable {
        JsonText without = JsonText.of(text).without("mcpServers", "ours");

        assertThat(without.value("mcpServers", "ours")).isNull();
        assertThat(without.value("mcpServers", "a") != null).isEqualTo(text.contains("\"a\""));
        assertThat(without.value("mcpServers", "b") != null).isEqualTo(text.contains("\"b\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "nonsense",
                "{\"mcpServers\": []}",
                "{\"mcpServers\": null}",
                "{} {}",
                "{\"a\": 1, \"a\": 2}"
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> with(text)).isInstanceOf(NotEditable.class);
    }

    @Test
    void refusesToLoseComments() {
        assertThatThrownBy(() -> with("{\"mcpServers\": {\"ours\": {\"command\": /* mine */ \"old\"}}}"))
                .isInstanceOf(NotEditable.class)
                .hasMessageContaining("comments");
    }

    @Property(tries = 200)
    void undoesWhatItDid(@ForAll @IntRange(max = 4) int members, @ForAll boolean spaced, @ForAll boolean commented)
            throws NotEditable {
        StringBuilder text = new StringBuilder("{ \"mcpServers\": {");
        for (int i = 0; i < members; i++) {
            text.append(spaced ? "\n    " : "").append("\"m").append(i).append("\": {\"x\": \"{,}\"}");
            text.append(i < members - 1 ? "," : "").append(commented ? " /* , } */ " : "");
        }
        String before = text.append("} }").toString();

        String after = JsonText.of(with(before)).without("mcpServers", "ours").text();

        assertThat(JsonText.of(after).text()).isEqualTo(after);
        if (members > 0) {
            assertThat(after).isEqualTo(before);
        }
    }
}
