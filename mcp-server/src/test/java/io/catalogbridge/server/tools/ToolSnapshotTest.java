package io.catalogbridge.server.tools;

import io.catalogbridge.server.surface.BriefSchema;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What assistants are told of each tool, word by word: {@code src/test/resources/tools/NAME.json}. Run with {@code
 * -Dgolden.update=true} to write down how it is now, and look at the difference.
 */
class ToolSnapshotTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path FOLDER = Path.of("src", "test", "resources", "tools");

    /** Four characters to a token. */
    private static final int DEFINITION_CHARACTERS = 8_000 * 4;

    private static List<ToolDefinition> definitions() {
        return ToolSet.of(
                        ToolSetTest.context(WritePermission.ALLOWED),
                        new ToolSelection(List.of("all"), List.of(), List.of(), false))
                .stream()
                .map(Tool::definition)
                .toList();
    }

    /** As a client sees it in the list of tools. */
    private static ObjectNode listed(ToolDefinition definition) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description());
        node.set("inputSchema", JSON.valueToTree(definition.inputSchema()));
        node.set("outputSchema", JSON.valueToTree(BriefSchema.of(definition.outputSchema())));
        node.putObject("annotations")
                .put("title", definition.title())
                .put("readOnlyHint", definition.effect().readOnly())
                .put("destructiveHint", definition.effect().destructive())
                .put("idempotentHint", definition.effect().idempotent())
                .put("openWorldHint", definition.effect().openWorld());
        if (definition.ui() != null) {
            node.putObject("_meta").putObject("ui").put("resourceUri", definition.ui());
        }
        return node;
    }

    private static Path file(String tool) {
        return FOLDER.resolve(tool + ".json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void saysWhatWasWrittenDown(ToolDefinition definition) throws IOException {
        String text = JSON.writeValueAsString(listed(definition)) + "\n";
        if (UPDATE) {
            Files.createDirectories(FOLDER);
            Files.writeString(file(definition.name()), text);
        }
        Assumptions.assumeTrue(
                Files.exists(file(definition.name())), "no snapshot; the list of those without one fails elsewhere");
        assertThat(text).isEqualTo(Files.readString(file(definition.name())).replace("\r\n", "\n"));
    }

    @Test
    void hasASnapshotOfEveryToolAndOfNoOther() throws IOException {
        List<String> tools =
                definitions().stream().map(ToolDefinition::name).sorted().toList();
        if (UPDATE) {
            remove(written().filter(name -> !tools.contains(name)).toList());
        } else {
            assertThat(written().sorted()).containsExactlyElementsOf(tools);
        }
    }

    private static Stream<String> written() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).toList().stream();
        }
    }

    private static void remove(List<String> snapshots) {
        snapshots.forEach(name -> {
            try {
                Files.delete(file(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void describesTheDefaultToolsBriefly() {
        ArrayNode tools = JSON.createArrayNode();
        ToolSet.of(ToolSetTest.context(WritePermission.ALLOWED)).forEach(tool -> tools.add(listed(tool.definition())));

        assertThat(tools.toString()).hasSizeLessThan(DEFINITION_CHARACTERS);
    }
}
