package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.ChangeKind;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.FieldDifference;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.Skipped;
import io.catalogbridge.server.apps.PlanApp;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.Names.Scheme;
import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.BackgroundWork;
import io.catalogbridge.server.sync.PlanJob;
import io.catalogbridge.server.sync.PlanJobs;
import io.catalogbridge.server.sync.Planned;
import io.catalogbridge.server.sync.SpentMemory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan_sync}: discovers the tenant and stores a plan. */
final class PlanSync implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHANGES = 50;
    private static final int OTHERS = 20;
    private static final int FIELDS = 6;
    private static final int SPACES = 1_000;
    private static final int TEXT_LENGTH = 160;
    private static final int NAME_LENGTH = 600;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "plan_sync",
            "Plan synchronisation",
            "Discovers the Datasphere tenant, compares what Glue should say with what it says, and stores the difference as a"
                    + " plan. Changes nothing in either system, but may take minutes on a large tenant: if it says that planning"
                    + " goes on, call it again with the same arguments. Show the user the summary, deletes and conflicts before run_sync applies the plan by its id.",
            Schemas.object(
                    List.of(),
                    Schemas.texts("spaces", "Technical names of spaces; default: all that the environment covers."),
                    Schemas.flag("verify", "Read every table in Glue, to find edits made there by others.")),
            PlanSchema.OUTPUT,
            ToolDefinition.Effect.DISCOVER,
            PlanApp.URI);

    private final ToolContext context;

    PlanSync(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        List<String> asked = call.arguments().texts("spaces");
        DiscoveryScope scope =
                DiscoveryScope.of(asked.isEmpty() ? context.planning().spaces() : asked);
        boolean verify = call.arguments().flag("verify") || context.planning().verify();
        PlanJobs plans = context.jobs().plans();
        try {
            return await(plans, plans.join(scope, verify, call.principal()), call);
        } finally {
            SpentMemory.giveBack();
        }
    }

    /** A caller that loses interest while it waits wants nothing any more; one that waits too long is to come back. */
    private ToolResult await(PlanJobs plans, PlanJob job, ToolCall call) {
        BackgroundWork.Listening following = job.follow(call.progress());
        try {
            if (!context.patience().await(job, call.progress())) {
                throw goingOn(job);
            }
            Planned planned = plans.take(job);
            return new ToolResult(summary(planned), render(planned));
        } finally {
            following.close();
            plans.leave(job, !call.progress().cancelled());
        }
    }

    private static ToolFailure goingOn(PlanJob job) {
        return new ToolFailure(
                "IN_PROGRESS",
                "Planning takes longer and goes on in the background (" + RunAnswer.position(job.position())
                        + "). Call plan_sync again with the same arguments to wait for it and get the plan.",
                true,
                List.of(),
                "plan_sync",
                1L);
    }

    /** How many objects a plan deletes, which whoever runs it repeats. */
    static long deletes(Plan plan) {
        return plan.changes().stream().filter(PlanSync::deletes).count();
    }

    static boolean deletes(Change change) {
        return ChangeKind.of(change).action() == ChangeKind.Action.DELETE;
    }

    private static String summary(Planned planned) {
        Plan.Summary summary = planned.plan().summary();
        return "Plan " + planned.plan().id() + ": " + summary.create() + " to create, " + summary.update()
                + " to update, " + summary.delete() + " to delete, " + summary.unchanged() + " unchanged, "
                + summary.conflicts() + " conflicts" + (planned.gaps().isEmpty() ? "" : "; discovery incomplete");
    }

    private ObjectNode render(Planned planned) {
        Plan plan = planned.plan();
        ObjectNode result = JSON.createObjectNode()
                .put("planId", plan.id())
                .put("digest", plan.digest())
                .put("environment", plan.environment())
                .put("complete", plan.complete());
        planned.stored().rulesVersion().ifPresent(version -> result.put("rulesVersion", version));
        result.set("summary", JSON.<ObjectNode>valueToTree(plan.summary()));
        result.put("deletes", deletes(plan));
        ObjectNode calls = result.putObject("calls");
        planned.stored().sourceCalls().byOperation().forEach(calls.putObject("source")::put);
        plan.calls().total().forEach(calls.putObject("target")::put);
        findings(plan.findings()).forEach(result.putObject("findings")::put);
        result.put("truncated", lists(planned, result));
        return result.put("next", next(planned));
    }

    private static boolean lists(Planned planned, ObjectNode result) {
        Plan plan = planned.plan();
        ResultBudget budget = new ResultBudget();
        boolean cut = budget.fill(result.putArray("conflicts"), plan.conflicts(), OTHERS, 0.3, PlanSync::conflict);
        cut |= budget.fill(result.putArray("gaps"), planned.gaps(), OTHERS, 0.2, GetSyncStatus::gap);
        cut |= budget.fill(result.putArray("skipped"), plan.skipped(), OTHERS, 0.3, PlanSync::skipped);
        cut |= budget.fill(result.putArray("changes"), telling(plan), CHANGES, 1, PlanSync::change);
        return cut;
    }

    /** Deletes come first, since they matter most; what changes nothing but our own account is left out. */
    private static List<Change> telling(Plan plan) {
        return plan.changes().stream()
                .filter(change -> !change.bookkeeping())
                .sorted(Comparator.comparing(change -> !deletes(change)))
                .toList();
    }

    private static Map<String, Long> findings(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.severity().label(), TreeMap::new, Collectors.counting()));
    }

    private static ObjectNode change(Change change) {
        ChangeKind kind = ChangeKind.of(change);
        ObjectNode node = JSON.createObjectNode()
                .put("action", kind.action().label())
                .put("kind", kind.object())
                .put("subject", SafeText.of(change.subject(), NAME_LENGTH));
        if (!change.differences().isEmpty()) {
            fields(node.putArray("fields"), change.differences());
        }
        return node;
    }

    private static void fields(ArrayNode fields, List<FieldDifference> differences) {
        differences.stream().limit(FIELDS).forEach(each -> fields.add(SafeText.of(each.field(), TEXT_LENGTH)));
        if (differences.size() > FIELDS) {
            fields.add("and " + (differences.size() - FIELDS) + " more");
        }
    }

    private static ObjectNode conflict(Conflict conflict) {
        return JSON.createObjectNode()
                .put("id", Conflicts.id(conflict))
                .put("subject", SafeText.of(conflict.subject(), NAME_LENGTH))
                .put("field", SafeText.of(conflict.field(), NAME_LENGTH))
                .put("current", SafeText.of(conflict.current(), TEXT_LENGTH))
                .put("desired", SafeText.of(conflict.desired(), TEXT_LENGTH))
                .put("reason", SafeText.of(conflict.reason(), TEXT_LENGTH));
    }

    private static ObjectNode skipped(Skipped skipped) {
        return JSON.createObjectNode()
                .put("subject", SafeText.of(skipped.subject(), NAME_LENGTH))
                .put("reason", skipped.reason().label())
                .put("message", SafeText.of(skipped.message(), TEXT_LENGTH))
                .put("decision", skipped.decision());
    }

    private String next(Planned planned) {
        String left = left(planned);
        if (!planned.plan().empty()) {
            return apply(planned.plan()) + left;
        }
        return left.isEmpty() ? "Nothing to do: Glue says what it should." : "Nothing to apply." + left;
    }

    /** What keeps Glue from saying what it should, however the plan is applied. */
    private String left(Planned planned) {
        Plan plan = planned.plan();
        StringBuilder left = new StringBuilder();
        if (!plan.conflicts().isEmpty()) {
            left.append(" The user must decide on conflicts: list_conflicts, resolve_conflict.");
        }
        if (plan.skipped().stream().anyMatch(Skipped::decision)) {
            left.append(" Some objects were left alone until the user decides; skipped says which and why.");
        }
        if (!planned.gaps().isEmpty()) {
            left.append(" Part of the tenant could not be read, so nothing is known of it; gaps says what and why.");
            meant(planned.gaps())
                    .ifPresent(
                            names -> left.append(" Did you mean ").append(names).append('?'));
        }
        return left.toString();
    }

    /** Known spaces whose names resemble those that could not be read. */
    private Optional<String> meant(List<Gap> gaps) {
        List<String> known = KnownThings.names(context.store()
                .names()
                .containers(context.environment(), Scheme.DATASPHERE, "", SPACES)
                .ids());
        String names = gaps.stream()
                .map(Gap::subject)
                .filter(subject -> subject.startsWith(AssetId.SCHEME) && subject.indexOf('/') < 0)
                .map(subject -> subject.substring(AssetId.SCHEME.length()))
                .filter(space -> !known.contains(space))
                .flatMap(space -> ClosestNames.to(space, known, 1).stream())
                .distinct()
                .limit(OTHERS)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private String apply(Plan plan) {
        return switch (context.permission()) {
            case NEVER -> "The environment is read-only; the plan can be looked at, not applied.";
            case BY_PERSON -> "A person must apply it: " + RunSync.commandLine(plan.id(), context.environment());
            case ALLOWED ->
                deletes(plan) == 0
                        ? "Call run_sync with this planId if the user agrees."
                        : "Ask the user about the deletes; then call run_sync with this planId and confirmDeletes="
                                + deletes(plan) + ".";
        };
    }
}
