package io.catalogbridge.server.tools;

import io.catalogbridge.server.rules.RuleTrial;
import io.catalogbridge.server.rules.RuleTrial.Difference;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.tools.Schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a change of the mapping rules does, for people and models. Serves one result. */
final class TrialReport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int EXAMPLES_EACH = 6;
    private static final int WARNINGS = 20;
    private static final int TEXT_LENGTH = 200;

    /** The parts of a result that tell the effect of a change. */
    static final List<String> REQUIRED = List.of("basis", "databases", "tables", "unwanted", "warnings", "truncated");

    private final RuleTrial trial;
    private final List<Difference> databases;
    private final List<Difference> tables;
    private final List<Difference> processes;
    private final List<Difference> comments;

    TrialReport(RuleTrial trial) {
        this.trial = trial;
        this.databases = trial.databases();
        this.tables = trial.tables();
        this.processes = trial.processes();
        this.comments = trial.comments();
    }

    static Property[] properties() {
        return new Property[] {
            Schemas.text("basis", "what this was found out from"),
            Schemas.counts("databases", "by what happens to them: added, removed, moved"),
            Schemas.counts("tables", "the same"),
            Schemas.counts("processes", "the same"),
            Schemas.count("columnComments"),
            Schemas.count("unwanted"),
            Schemas.list(
                    "examples",
                    Schemas.open(
                            List.of("change", "id"), Schemas.text("change", "added, removed, moved or commented"))),
            Schemas.texts("warnings", ""),
            Schemas.flag("truncated", "true if there are more examples")
        };
    }

    /** Tables and databases written to Glue that would be wanted no more. */
    long unwanted() {
        return trial.unwantedTables() + trial.unwantedDatabases();
    }

    /** Adds the effect to a result. */
    void into(ObjectNode result) {
        result.put("basis", basis());
        counts(result.putObject("databases"), databases);
        counts(result.putObject("tables"), tables);
        counts(result.putObject("processes"), processes);
        result.put("columnComments", comments.size()).put("unwanted", unwanted());
        ArrayNode warnings = result.putArray("warnings");
        warnings().stream().limit(WARNINGS).forEach(warning -> warnings.add(SafeText.of(warning, TEXT_LENGTH * 2)));
        List<Difference> all = Stream.of(databases, tables, processes, comments)
                .flatMap(List::stream)
                .toList();
        List<Difference> examples = Stream.of(databases, tables, processes, comments)
                .flatMap(TrialReport::examples)
                .toList();
        boolean cut = ResultBudget.after(result, ResultBudget.TOKENS)
                .fill(result.putArray("examples"), examples, examples.size(), 0.7, TrialReport::example);
        result.put("truncated", cut || examples.size() < all.size());
    }

    private String basis() {
        return trial.basis()
                .map(facts -> "The " + trial.assets() + " assets known from the discovery of " + facts.takenAt()
                        + (facts.complete() ? "" : ", which was incomplete")
                        + ", mapped with the rules in force and with the changed ones")
                .orElse("Nothing has been discovered yet, so no effect is known; the rules themselves are valid");
    }

    private static void counts(ObjectNode node, List<Difference> differences) {
        Map<String, Long> counts = differences.stream()
                .collect(Collectors.groupingBy(TrialReport::label, TreeMap::new, Collectors.counting()));
        counts.forEach(node::put);
    }

    private static String label(Difference difference) {
        return difference.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Some of each kind. */
    private static Stream<Difference> examples(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(same -> same.stream().limit(EXAMPLES_EACH));
    }

    private static ObjectNode example(Difference difference) {
        ObjectNode node = JSON.createObjectNode()
                .put("change", label(difference))
                .put("id", SafeText.of(difference.id(), TEXT_LENGTH));
        put(node, "before", difference.before());
        put(node, "after", difference.after());
        return node;
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, SafeText.of(text, TEXT_LENGTH));
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (unwanted() > 0) {
            warnings.add("Glue holds " + trial.unwantedTables() + " tables and " + trial.unwantedDatabases()
                    + " databases of ours that these rules want no more. Plans delete them only where deletes are allowed, within"
                    + " their limit and after the grace period; until then both the old and the new are there. Whatever reads the"
                    + " old names has to be changed.");
        }
        trial.idlePatterns()
                .forEach(pattern -> warnings.add("The pattern '" + pattern + "' leaves out nothing that is known."));
        trial.collisions().forEach(finding -> warnings.add(finding.subject() + ": " + finding.message()));
        trial.basis()
                .filter(facts -> !facts.complete() || !facts.whole())
                .ifPresent(facts -> warnings.add(
                        "The last discovery did not cover the whole tenant; a full plan_sync may find more."));
        return warnings;
    }

    String summary() {
        return databases.size() + " databases, " + tables.size() + " tables, " + processes.size() + " processes and "
                + comments.size() + " column comments come out differently; " + unwanted()
                + " objects in Glue would be wanted no more";
    }
}
