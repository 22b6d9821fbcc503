package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.server.store.FoundConflict.State;
import io.catalogbridge.server.store.Plans.PlanLine;
import io.catalogbridge.server.store.Runs.Run;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.StatusReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code get_sync_status}: where things stand, from the store alone. */
final class GetSyncStatus implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int GAPS = 20;
    private static final int TEXT_LENGTH = 200;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "get_sync_status",
            "Get sync status",
            "Tells when the Datasphere tenant was last discovered and whether completely, how much is known of both systems,"
                    + " how many findings and conflicts there are, the last plan, and the last runs with their progress. Calls no"
                    + " other system. Use it to judge how fresh answers are, and to follow a run of run_sync.",
            Schemas.object(List.of()),
            Schemas.object(
                    List.of("environment", "catalog", "findings", "conflicts", "runs", "next"),
                    Schemas.text("environment", ""),
                    Schemas.object(
                            "discovery",
                            Schemas.object(
                                    List.of("tenant", "takenAt", "complete", "spaces", "assets", "gaps"),
                                    Schemas.text("tenant", ""),
                                    Schemas.text("takenAt", ""),
                                    Schemas.flag("complete", ""),
                                    Schemas.count("spaces"),
                                    Schemas.count("assets"),
                                    Schemas.list("gaps", gap()),
                                    Schemas.flag("gapsTruncated", ""))),
                    Schemas.counts("catalog", "entries by system/kind"),
                    Schemas.counts("findings", "by severity"),
                    Schemas.object(
                            "lastPlan",
                            Schemas.object(
                                    List.of("planId", "createdAt", "create", "update", "delete", "conflicts"),
                                    Schemas.text("planId", ""),
                                    Schemas.text("createdAt", ""),
                                    Schemas.count("create"),
                                    Schemas.count("update"),
                                    Schemas.count("delete"),
                                    Schemas.count("conflicts"),
                                    Schemas.count("rulesVersion"))),
                    Schemas.counts("conflicts", "open ones, and decided ones that wait for the next plan"),
                    Schemas.list("runs", run()),
                    Schemas.text("next", "what would be done next")),
            ToolDefinition.Effect.READ);

    private final ToolContext context;

    GetSyncStatus(ToolContext context) {
        this.context = context;
    }

    /** The part of a tenant that could not be read. */
    static Map<String, Object> gap() {
        return Schemas.object(List.of("subject", "reason"), Schemas.text("subject", ""), Schemas.text("reason", ""));
    }

    static ObjectNode gap(Gap gap) {
        return JSON.createObjectNode()
                .put("subject", SafeText.of(gap.subject(), TEXT_LENGTH))
                .put("reason", SafeText.of(gap.reason(), TEXT_LENGTH));
    }

    private static Map<String, Object> run() {
        return Schemas.object(
                List.of(
                        "runId",
                        "planId",
                        "actor",
                        "startedAt",
                        "outcome",
                        "applied",
                        "conflicts",
                        "rejected",
                        "unknown"),
                Schemas.text("runId", ""),
                Schemas.text("planId", ""),
                Schemas.text("actor", ""),
                Schemas.text("startedAt", ""),
                Schemas.text("endedAt", ""),
                Schemas.text("outcome", "running, done, partial, failed, cancelled or interrupted"),
                Schemas.count("applied"),
                Schemas.count("conflicts"),
                Schemas.count("rejected"),
                Schemas.count("unknown"),
                Schemas.text("cancelledBy", "who asked it to stop"),
                RunAnswer.progress(),
                Schemas.object(
                        "failure",
                        Schemas.object(
                                List.of("kind", "message", "remedy"),
                                Schemas.text("kind", ""),
                                Schemas.text("message", ""),
                                Schemas.text("remedy", ""))));
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        StatusReport report = StatusReport.of(context.store(), context.environment());
        ObjectNode result = report.json();
        result.remove("headline");
        result.get("runs").forEach(run -> shorten(run.get("failure")));
        report.discovery().ifPresent(facts -> bound((ObjectNode) result.get("discovery"), facts.gaps()));
        String next = next(report);
        return new ToolResult("Environment " + report.environment() + ": " + next, result.put("next", next));
    }

    private static void bound(ObjectNode discovery, List<Gap> gaps) {
        boolean cut = new ResultBudget().fill(discovery.putArray("gaps"), gaps, GAPS, 1, GetSyncStatus::gap);
        discovery.put("gapsTruncated", cut);
    }

    private static void shorten(@Nullable JsonNode failure) {
        if (failure instanceof ObjectNode node) {
            node.put("message", SafeText.of(node.path("message").asString(), TEXT_LENGTH));
        }
    }

    private static String next(StatusReport report) {
        if (report.discovery().isEmpty()) {
            return "nothing has been discovered yet; call plan_sync.";
        }
        return standing(report) + waiting(report);
    }

    /** What somebody has to look at, however the last run ended. */
    private static String waiting(StatusReport report) {
        long open = report.conflicts().getOrDefault(State.OPEN.label(), 0L);
        boolean incomplete =
                report.discovery().filter(facts -> !facts.complete()).isPresent();
        return (open == 0 ? "" : " " + open + " conflicts wait for the user: list_conflicts.")
                + (incomplete ? " The last discovery was incomplete; gaps says why." : "");
    }

    /** A plan that nobody has run yet, if it would change anything. */
    private static Optional<PlanLine> unapplied(StatusReport report) {
        return report.plan()
                .filter(plan -> plan.summary().create()
                                + plan.summary().update()
                                + plan.summary().delete()
                        > 0)
                .filter(plan ->
                        report.runs().stream().noneMatch(run -> run.planId().equals(plan.id())));
    }

    private static String standing(StatusReport report) {
        Optional<PlanLine> unapplied = unapplied(report);
        if (unapplied.isPresent() && report.runs().stream().noneMatch(Run::running)) {
            return "plan " + unapplied.get().id()
                    + " was made and not run; show it to the user, and run it if they agree.";
        }
        if (report.runs().isEmpty()) {
            return "discovered, never synchronised; call plan_sync, then run_sync with its plan.";
        }
        Run last = report.runs().get(0);
        return switch (last.outcome()) {
            case DONE -> "the last run applied everything; plan_sync tells whether anything has changed since.";
            case PARTIAL, FAILED -> "the last run left changes undone; plan_sync shows what remains.";
            case CANCELLED -> "the last run was stopped on request; plan_sync shows what remains.";
            case INTERRUPTED -> "the process of the last run was stopped; plan_sync shows what remains.";
            case RUNNING ->
                "run " + last.id() + " is under way (" + RunAnswer.position(last) + "); cancel_sync stops it.";
        };
    }
}
