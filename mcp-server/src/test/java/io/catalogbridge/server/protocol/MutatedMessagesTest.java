package io.catalogbridge.server.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MutatedMessagesTest {

    private static final int MESSAGES = 5_000;
    private static final long SEED = 20_261_101;

    private static final List<String> SAMPLES = List.of("""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{"roots":{"listChanged":true}},"clientInfo":{"name":"c","version":"1"}}}""", """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""", """
            {"jsonrpc":"2.0","id":2,"method":"tools/list","params":{}}""", """
            {"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"echo_word","arguments":{"word":"w"},"_meta":{"progressToken":3}}}""", """
            {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"a"}}""", """
            {"jsonrpc":"2.0","id":3,"method":"logging/setLevel","params":{"level":"debug"}}""", """
            {"jsonrpc":"2.0","id":4,"result":{"roots":[]}}""");

    private final Random random = new Random(SEED);

    @Test
    void noMessageEndsTheServerOrShowsItsInside() {
        StringBuilder input = new StringBuilder();
        for (int count = 0; count < MESSAGES; count++) {
            input.append(mutated(SAMPLES.get(random.nextInt(SAMPLES.size())))).append('\n');
        }
        input.append("{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"ping\"}\n");
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int exit = new StdioServer(
                        RawClient.protocol(List.of(TestingTool.echo())),
                        "tester",
                        new ByteArrayInputStream(input.toString().getBytes(StandardCharsets.ISO_8859_1)),
                        output,
                        CallLimits.DEFAULT)
                .run();

        List<String> lines = output.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).isZero();
        assertThat(lines).hasSizeGreaterThan(MESSAGES / 2).allSatisfy(MutatedMessagesTest::assertClean);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("\"last\"", "\"result\""));
    }

    private String mutated(String message) {
        StringBuilder text = new StringBuilder(message);
        for (int count = random.nextInt(3); count > 0; count--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(256));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.insert(at, message);
            }
        }
        return text.toString().replace("\n", "");
    }

    private static void assertClean(String line) {
        JsonNode message = new JsonMapper().readTree(line);
        assertThat(message.get("jsonrpc").asString()).isEqualTo("2.0");
        assertThat(line).doesNotContain("Exception", "\\tat ", "io.modelcontextprotocol");
    }
}
