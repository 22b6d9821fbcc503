package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.PlanPolicy.FieldStrategies;
import io.catalogbridge.mapping.plan.PlanPolicy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One rule of planning as a readable file: a sentence, then sections {@code -- name --}: {@code policy}, {@code last applied},
 * {@code current}, {@code desired}, {@code decided}, and what is expected, {@code read} and {@code plan}.
 *
 * <p>Policy words: {@code deletes}, {@code share 0.5}, {@code grace P7D}, {@code most 3}, {@code adopt}, {@code columns
 * merge} and so on; what is said about the run: {@code verify}, {@code scoped}, {@code partial} for a gap somewhere, {@code
 * gap SALES/ORDERS} for a certain one.
 */
record Scenario(Map<String, List<String>> sections) {

    private static final String HEADING = "-- (.*) --";

    static Scenario parse(String text) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.matches(HEADING)) {
                section = sections.computeIfAbsent(line.replaceAll(HEADING, "$1"), name -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return new Scenario(sections);
    }

    List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    /** The input as a run would have it: only those tables are read that the planner asks for. */
    PlanInput input() {
        PlanInput everything = everything();
        return Inputs.reading(everything, Inputs.asked(everything, says("verify")));
    }

    private PlanInput everything() {
        GlueCatalog desired = new ScenarioCatalog(section("desired")).written();
        GlueCatalog last = new ScenarioCatalog(section("last applied")).written();
        return new PlanInput(
                        Signed.ENVIRONMENT,
                        desired,
                        List.of(),
                        gaps(),
                        !says("scoped"),
                        observation(last, desired),
                        last,
                        policy(),
                        Inputs.NOW)
                .withDecisions(Decisions.of(
                        section("decided").stream().map(Scenario::decision).toList()));
    }

    /** Such as {@code keep-target glue:sales/orders description last="Orders" current="Mine"}. */
    private static Decision decision(String line) {
        Words words = Words.of(line);
        return new Decision(
                words.plain().get(1),
                words.plain().size() > 2 ? words.plain().get(2) : "",
                words.value("last").orElse(null),
                words.value("current").orElse(null),
                Decision.Resolution.parse(words.plain().get(0)).orElseThrow());
    }

    private List<Gap> gaps() {
        Stream<Gap> named = section("policy").stream()
                .filter(line -> line.startsWith("gap "))
                .map(line -> new Gap("datasphere:" + line.substring(4), "The server does not answer."));
        return Stream.concat(named, says("partial") ? Stream.of(Inputs.ELSEWHERE) : Stream.empty())
                .toList();
    }

    private GlueObservation observation(GlueCatalog last, GlueCatalog desired) {
        ScenarioCatalog current = new ScenarioCatalog(section("current"));
        GlueCatalog found = current.found(last, desired);
        Map<TableName, TableFacts> facts = new HashMap<>();
        found.tables()
                .map(GlueTable::name)
                .forEach(name ->
                        facts.put(name, new TableFacts("7", current.links().contains(name))));
        return GlueObservation.of(found, facts, Set.of(), true);
    }

    private PlanPolicy policy() {
        FieldStrategies fields = FieldStrategies.DEFAULT;
        return new PlanPolicy(
                says("deletes"),
                Double.parseDouble(value("share", "0.1")),
                Duration.parse(value("grace", "PT0S")),
                Integer.parseInt(value("most", "1000")),
                new FieldStrategies(
                        strategy("columns", fields.columns()),
                        strategy("descriptions", fields.descriptions()),
                        strategy("comments", fields.comments()),
                        strategy("parameters", fields.parameters())),
                says("adopt"));
    }

    private Strategy strategy(String group, Strategy otherwise) {
        String name = value(group, otherwise.name());
        return Strategy.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private boolean says(String word) {
        return section("policy").contains(word);
    }

    private String value(String word, String otherwise) {
        return section("policy").stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
