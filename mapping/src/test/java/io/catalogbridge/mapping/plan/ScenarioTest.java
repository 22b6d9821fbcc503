package io.catalogbridge.mapping.plan;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every file of {@code plan/scenarios} is a rule of planning with an example; {@link Scenario} says how to read it. */
class ScenarioTest {

    private static final PlanText.Options OPTIONS = new PlanText.Options(false, true, 1_000);

    @TestFactory
    Stream<DynamicTest> plansAsTheScenarioSays() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ScenarioTest.class.getResource("/plan/scenarios"));
        List<Path> files;
        try (Stream<Path> listing = Files.list(Path.of(folder.toURI()))) {
            files = listing.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        Scenario scenario = Scenario.parse(Files.readString(file));
        PlanInput input = scenario.input();

        Plan plan = Planner.plan(input).plan();

        assertThat(input.current().tablesRead()).containsExactlyElementsOf(scenario.section("read"));
        assertThat(body(plan))
                .isEqualTo(String.join("\n", scenario.section("plan")).stripTrailing());
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    /** Without the first line, which holds the digest. */
    static String body(Plan plan) {
        String text = PlanText.render(plan, OPTIONS);
        return text.substring(text.indexOf("\n\n") + 2).stripTrailing();
    }
}
