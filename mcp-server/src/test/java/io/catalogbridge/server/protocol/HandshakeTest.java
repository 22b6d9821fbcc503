package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HandshakeTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Object params(String capabilities, String client) {
        return JSON.readValue(
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":" + capabilities + ",\"clientInfo\":" + client
                        + "}",
                Map.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"roots\":{\"listChanged\":true}}",
                "{\"tasks\":{\"list\":{}},\"experimental\":{\"a\":{\"b\":1}}}",
                "{\"roots\":{\"listChanged\":false},\"sampling\":{},\"elicitation\":{}}"
            })
    void readsAsTheMapperDoes(String capabilities) {
        for (String client : new String[] {
            "{\"name\":\"a\",\"version\":\"1\"}",
            "{\"name\":\"a\",\"title\":\"A\",\"version\":\"1\",\"description\":\"d\",\"websiteUrl\":\"https://x\"}"
        }) {
            Object params = params(capabilities, client);

            assertThat(Handshake.request(params))
                    .contains(SdkJson.MAPPER.convertValue(params, InitializeRequest.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"roots\":{}}",
                "{\"roots\":{\"listChanged\":true,\"more\":1}}",
                "{\"elicitation\":{\"form\":{}}}",
                "{\"sampling\":{\"tools\":{}}}",
                "{\"extensions\":{\"a/b\":{}}}",
                "{\"elicitation\":true}"
            })
    void leavesWhatIsOutOfTheOrdinaryToTheMapper(String capabilities) {
        assertThat(Handshake.request(params(capabilities, "{\"name\":\"a\",\"version\":\"1\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"name\":\"a\"}",
                "{\"name\":1,\"version\":\"1\"}",
                "{\"name\":\"a\",\"version\":\"1\",\"icons\":[]}",
                "{\"name\":\"a\",\"version\":\"1\",\"title\":null}"
            })
    void leavesOddClientsToTheMapper(String client) {
        assertThat(Handshake.request(params("{}", client))).isEmpty();
    }

    @Test
    void writesAsTheMapperDoes() throws IOException {
        Implementation server =
                Implementation.builder("bridge", "1").title("Bridge").build();
        for (ServerCapabilities capabilities : new ServerCapabilities[] {
            ServerCapabilities.builder().tools(false).logging().build(),
            ServerCapabilities.builder()
                    .tools(true)
                    .logging()
                    .resources(true, false)
                    .prompts(false)
                    .completions()
                    .build()
        }) {
            InitializeResult result = InitializeResult.builder("2025-11-25", capabilities, server)
                    .instructions("Ask.")
                    .build();

            assertThat(Handshake.result(result))
                    .hasValueSatisfying(node -> assertThat(node).isEqualTo(mapped(result)));
        }
        assertThat(Handshake.result(Map.of())).isEmpty();
    }

    private static Object mapped(InitializeResult result) {
        try {
            return JSON.readTree(SdkJson.MAPPER.writeValueAsString(result));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
