package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.plan.CallEstimate;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ConflictCommandsTest {

    private static final Conflict CONFLICT = new Conflict(
            "glue:sales/orders", "description", "Orders", "Mine\u001b[2J", "Sales orders", "both sides changed it");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @BeforeEach
    void aPlanWithAConflict() {
        Plan plan = new Plan(
                "plan-1",
                "digest",
                "dog",
                true,
                List.of(),
                List.of(),
                List.of(CONFLICT),
                List.of(),
                new Plan.Summary(0, 0, 0, 0, 0, 1, 0),
                new CallEstimate(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            store.conflicts().replace("dog", Optional.<List<String>>empty(), plan);
        }
    }

    @Test
    void listsConflictsForPeopleAndPrograms() {
        assertThat(run("conflicts")).isEqualTo(ExitCodes.DONE);
        assertThat(output()).contains(Conflicts.id(CONFLICT), "there now \"Mine [2J\"", "1 of 1 conflicts");

        assertThat(run("conflicts", "--json", "--database", "SALES")).isEqualTo(ExitCodes.DONE);
        JsonNode listed = new JsonMapper().readTree(output());
        assertThat(listed.at("/items/0/desired").asString()).isEqualTo("Sales orders");
        assertThat(listed.at("/items/0/state").asString()).isEqualTo("open");
    }

    @Test
    void storesADecision() {
        assertThat(run("resolve", Conflicts.id(CONFLICT), "keep-target", "--note", "agreed", "--json"))
                .isEqualTo(ExitCodes.DONE);
        JsonNode decided = new JsonMapper().readTree(output());
        assertThat(decided.at("/state").asString()).isEqualTo("decided");
        assertThat(decided.at("/decision/note").asString()).isEqualTo("agreed");
        assertThat(decided.at("/decision/by").asString()).startsWith("cli:");

        run("conflicts");
        assertThat(output()).contains("0 of 0 conflicts");
        run("conflicts", "--state", "decided");
        assertThat(output()).contains("decided keep-target by cli:");
        run("status");
        assertThat(output()).contains("0 wait for a decision, 1 are decided");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(run("resolve", "conflict-x", "keep-target")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("resolve", Conflicts.id(CONFLICT), "overwrite")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("conflicts", "--limit", "0")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("conflicts", "--space", "S", "--database", "d")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("conflicts", "--cursor", "nonsense")).isEqualTo(ExitCodes.USAGE);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .contains("there is no conflict conflict-x", "keep-target or take-source");
    }

    private int run(String... arguments) {
        printed.reset();
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
                .toArray(String[]::new);
        return new Cli(
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        new PrintStream(complaints, true, StandardCharsets.UTF_8),
                        "none")
                .run(all);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
