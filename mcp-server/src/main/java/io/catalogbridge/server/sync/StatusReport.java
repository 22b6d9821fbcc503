package io.catalogbridge.server.sync;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.server.store.CatalogIndex.SnapshotFacts;
import io.catalogbridge.server.store.FoundConflict.State;
import io.catalogbridge.server.store.Plans.PlanLine;
import io.catalogbridge.server.store.Runs.Position;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known about an environment without asking any other system.
 *
 * @param counts   entries by {@code system/kind}
 * @param findings findings by severity
 * @param conflicts conflicts by {@code open} and {@code decided}
 * @param runs     the youngest runs, youngest first
 */
public record StatusReport(
        String environment,
        Optional<SnapshotFacts> discovery,
        Map<String, Long> counts,
        Map<String, Long> findings,
        Optional<PlanLine> plan,
        Map<String, Long> conflicts,
        List<Run> runs) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int RUNS = 5;

    public static StatusReport of(Store store, String environment) {
        return new StatusReport(
                environment,
                store.catalog().facts(environment),
                store.catalog().counts(environment),
                store.catalog().findings(environment).stream()
                        .map(Finding::severity)
                        .collect(Collectors.groupingBy(Finding.Severity::label, TreeMap::new, Collectors.counting())),
                store.plans().recent(environment, 1).stream().findFirst(),
                conflicts(store, environment),
                store.runs().recent(environment, RUNS));
    }

    private static Map<String, Long> conflicts(Store store, String environment) {
        Map<String, Long> conflicts = new LinkedHashMap<>();
        for (State state : List.of(State.OPEN, State.DECIDED)) {
            conflicts.put(state.label(), store.conflicts().count(environment, state));
        }
        return conflicts;
    }

    /** One sentence: where things stand and what to do next. */
    public String headline() {
        if (discovery.isEmpty()) {
            return "Environment " + environment + " has not been discovered yet; run 'plan'.";
        }
        if (runs.isEmpty()) {
            return "Discovered, never synchronised; run 'sync', or 'plan' and 'apply'.";
        }
        Run last = runs.get(0);
        return switch (last.outcome()) {
            case DONE -> "The last run applied everything it was to apply.";
            case PARTIAL, FAILED -> "The last run left changes undone; run 'sync' again after looking at 'findings'.";
            case CANCELLED -> "The last run was stopped on request; running 'sync' finishes what is left.";
            case INTERRUPTED -> "The process of the last run was stopped; running 'sync' finishes what is left.";
            case RUNNING -> "A run is under way.";
        };
    }

    public ObjectNode json() {
        ObjectNode node =
                JSON.createObjectNode().put("environment", environment).put("headline", headline());
        discovery.ifPresent(facts -> discovery(node.putObject("discovery"), facts));
        ObjectNode entries = node.putObject("catalog");
        counts.forEach(entries::put);
        ObjectNode severities = node.putObject("findings");
        findings.forEach(severities::put);
        plan.ifPresent(line -> plan(node.putObject("lastPlan"), line));
        ObjectNode open = node.putObject("conflicts");
        conflicts.forEach(open::put);
        ArrayNode array = node.putArray("runs");
        runs.forEach(run -> run(array.addObject(), run));
        return node;
    }

    private static void plan(ObjectNode node, PlanLine line) {
        node.put("planId", line.id())
                .put("createdAt", line.createdAt().toString())
                .put("create", line.summary().create())
                .put("update", line.summary().update())
                .put("delete", line.summary().delete())
                .put("conflicts", line.summary().conflicts());
        line.rulesVersion().ifPresent(version -> node.put("rulesVersion", version));
    }

    private static void discovery(ObjectNode node, SnapshotFacts facts) {
        node.put("tenant", facts.tenant())
                .put("takenAt", facts.takenAt().toString())
                .put("complete", facts.complete())
                .put("spaces", facts.spaces())
                .put("assets", facts.assets());
        ArrayNode gaps = node.putArray("gaps");
        facts.gaps()
                .forEach(gap -> gaps.addObject().put("subject", gap.subject()).put("reason", gap.reason()));
    }

    private static void run(ObjectNode node, Run run) {
        node.put("runId", run.id())
                .put("planId", run.planId())
                .put("actor", run.actor())
                .put("startedAt", run.startedAt().toString())
                .put("endedAt", run.endedAt() == null ? null : run.endedAt().toString())
                .put("outcome", run.outcome().label())
                .put("applied", run.tally().applied())
                .put("conflicts", run.tally().conflicts())
                .put("rejected", run.tally().rejected())
                .put("unknown", run.tally().unknown())
                .put("cancelledBy", run.cancelledBy());
        if (run.running()) {
            node.putObject("progress")
                    .put("stage", run.position().stage())
                    .put("done", run.position().done())
                    .put(
                            "total",
                            run.position().total() < 0 ? null : run.position().total());
        }
        if (run.failure() != null) {
            node.putObject("failure")
                    .put("kind", run.failure().code())
                    .put("message", run.failure().message())
                    .put("remedy", run.failure().remedy());
        }
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The report for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        discovery.ifPresent(facts -> lines.add("Tenant " + facts.tenant() + ", read " + seconds(facts.takenAt()) + ": "
                + facts.spaces() + " spaces, " + facts.assets() + " assets"
                + (facts.complete() ? "" : ", incomplete: " + facts.gaps().size() + " parts could not be read")));
        discovery.ifPresent(facts -> facts.gaps().stream()
                .limit(20)
                .forEach(gap -> lines.add("  not read: " + gap.subject() + ": " + gap.reason())));
        if (!findings.isEmpty()) {
            lines.add("Findings: "
                    + findings.entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", ")));
        }
        plan.ifPresent(line -> lines.add("Last plan " + line.id() + ", made " + seconds(line.createdAt()) + ": "
                + line.summary().create() + " to create, " + line.summary().update() + " to update, "
                + line.summary().delete() + " to delete, " + line.summary().conflicts() + " conflicts"));
        if (conflicts.values().stream().anyMatch(count -> count > 0)) {
            lines.add("Conflicts: " + conflicts.get(State.OPEN.label()) + " wait for a decision, "
                    + conflicts.get(State.DECIDED.label()) + " are decided and wait for the next plan");
        }
        runs.forEach(run -> lines.add(line(run)));
        return lines;
    }

    private static String line(Run run) {
        return "Run " + run.id() + ", " + seconds(run.startedAt()) + ": "
                + run.outcome().label()
                + (run.running() ? " (" + position(run) + ")" : "") + ", "
                + run.tally().applied() + " applied"
                + (run.failure() == null ? "" : "; " + run.failure().message());
    }

    private static String position(Run run) {
        Position position = run.position();
        return position.stage().isEmpty()
                ? "beginning"
                : position.stage() + " " + position.done() + (position.total() < 0 ? "" : " of " + position.total());
    }
}
