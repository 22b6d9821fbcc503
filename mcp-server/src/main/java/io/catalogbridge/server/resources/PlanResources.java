package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.Plans.PlanLine;
import io.catalogbridge.server.store.Plans.StoredPlan;
import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.tools.ToolContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sync://plans/ID}, for people and models, and {@code sync://plans/ID/changes}, for programs. */
final class PlanResources implements ResourceFamily {

    private static final String BEGINNING = "sync://plans/";
    private static final String CHANGES = "/changes";
    private static final String TEXT = "text/plain";
    private static final String JSON = "application/json";
    private static final int LISTED = 10;
    private static final int COMPLETED = 1_000;

    private static final List<TemplateDefinition> TEMPLATES = List.of(
            new TemplateDefinition(
                    BEGINNING + "{id}",
                    "plan",
                    "Plan",
                    "A stored plan as a readable diff: what is created, changed and deleted in AWS Glue, conflicts, what is"
                            + " left alone, what applying costs.",
                    TEXT),
            new TemplateDefinition(
                    BEGINNING + "{id}" + CHANGES,
                    "plan_changes",
                    "Changes of a plan",
                    "The same as JSON: deletes first, each field before and after, the columns of new tables.",
                    JSON));

    private final ToolContext context;
    private final int bytes;

    PlanResources(ToolContext context, int bytes) {
        this.context = context;
        this.bytes = bytes;
    }

    @Override
    public List<ResourceDefinition> listed() {
        return context.store().plans().recent(context.environment(), LISTED).stream()
                .map(PlanResources::listed)
                .toList();
    }

    private static ResourceDefinition listed(PlanLine line) {
        Plan.Summary summary = line.summary();
        return new ResourceDefinition(
                BEGINNING + line.id(),
                line.id(),
                "Plan of " + line.createdAt(),
                summary.create() + " to create, " + summary.update() + " to update, " + summary.delete()
                        + " to delete, " + summary.conflicts() + " conflicts",
                TEXT);
    }

    @Override
    public List<TemplateDefinition> templates() {
        return TEMPLATES;
    }

    @Override
    public Optional<ResourceContents> read(String uri, CallScope scope) {
        if (!uri.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        String id = uri.substring(BEGINNING.length());
        return id.endsWith(CHANGES)
                ? plan(id.substring(0, id.length() - CHANGES.length()))
                        .map(stored -> ResourceContents.text(uri, JSON, changes(stored)))
                : plan(id).map(stored -> ResourceContents.text(uri, TEXT, readable(stored)));
    }

    private Optional<StoredPlan> plan(String id) {
        return context.store()
                .plans()
                .find(id)
                .filter(stored -> stored.plan().environment().equals(context.environment()));
    }

    private String readable(StoredPlan stored) {
        StringBuilder text = new StringBuilder(ReadablePlan.of(stored.plan(), bytes));
        stored.rulesVersion()
                .ifPresent(version ->
                        text.append("\nMade from version ").append(version).append(" of the mapping rules.\n"));
        if (!stored.plan().conflicts().isEmpty()) {
            text.append("Ids of the conflicts, for resolve_conflict: ")
                    .append(BEGINNING)
                    .append(stored.plan().id())
                    .append(CHANGES)
                    .append(" or list_conflicts.\n");
        }
        return text.toString();
    }

    private String changes(StoredPlan stored) {
        return CappedJson.of(PlanDocument.of(stored), bytes, "catalog-bridge plan --full")
                .toString();
    }

    @Override
    public Completion complete(String uriTemplate, String variable, String typed, Map<String, String> chosen) {
        return variable.equals("id")
                ? Matching.of(
                        context.store().plans().recent(context.environment(), COMPLETED).stream()
                                .map(PlanLine::id)
                                .toList(),
                        typed)
                : Completion.NONE;
    }
}
