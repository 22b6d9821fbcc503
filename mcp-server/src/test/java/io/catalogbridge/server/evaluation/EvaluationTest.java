package io.catalogbridge.server.evaluation;

import io.catalogbridge.server.surface.ToolResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers every question of the evaluation set over the synchronised demo tenant by the calls it names. */
@Tag("integration")
class EvaluationTest {

    private static final int MAX_CALLS = 3;

    /** Four characters to a token. */
    private static final int MAX_CHARACTERS = 8_000 * 4;

    private static final int LEAST_QUESTIONS = 30;

    @TempDir
    private static Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private static DemoTools tools;

    @BeforeAll
    static void synchronise() {
        tools = DemoTools.open(data).synchronised();
    }

    @AfterAll
    static void close() {
        tools.close();
    }

    static List<EvaluatedQuestion> questions() throws IOException {
        return EvaluatedQuestion.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void answers(EvaluatedQuestion question) {
        List<ObjectNode> results = new ArrayList<>();
        StringBuilder read = new StringBuilder();

        question.calls().forEach(call -> {
            ToolResult result = tools.call(call.tool(), call.resolved(results));
            results.add(result.structured());
            read.append(result.summary())
                    .append('\n')
                    .append(result.structured())
                    .append('\n');
        });

        assertThat(question.calls()).hasSizeLessThanOrEqualTo(MAX_CALLS);
        assertThat(read.toString()).hasSizeLessThan(MAX_CHARACTERS);
        assertThat(read.toString().toLowerCase(Locale.ROOT))
                .contains(question.facts().stream()
                        .map(fact -> fact.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void asksEnough() throws IOException {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(LEAST_QUESTIONS).doesNotHaveDuplicates();
    }
}
