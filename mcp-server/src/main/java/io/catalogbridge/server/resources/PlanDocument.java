package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.ChangeKind;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.FieldDifference;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.Skipped;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.Plans.StoredPlan;
import io.catalogbridge.server.surface.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as JSON to look through, every list bounded: {@code {planId, digest, environment, createdAt, complete, rulesVersion?, summary, deletes,
 * calls, conflicts[{id, subject, field, reason}], changes[{action, kind, subject, fields[{field, before, after}], columns[{name, type, comment}]}], skipped,
 * findings}}. Deletes come first; what changes only our own bookkeeping is left out.
 */
final class PlanDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHANGES = 5_000;
    private static final int OTHERS = 500;
    private static final int DETAILS = 100;
    private static final int TEXT_LENGTH = 300;
    private static final Set<String> BOOKKEEPING =
            Set.of("parameters." + Ownership.DIGEST, "parameters." + Ownership.FINGERPRINT);

    private PlanDocument() {}

    static ObjectNode of(StoredPlan stored) {
        Plan plan = stored.plan();
        List<Change> telling = telling(plan);
        ObjectNode document = JSON.createObjectNode()
                .put("planId", plan.id())
                .put("digest", plan.digest())
                .put("environment", plan.environment())
                .put("createdAt", stored.createdAt().toString())
                .put("complete", plan.complete());
        stored.rulesVersion().ifPresent(version -> document.put("rulesVersion", version));
        document.set("summary", JSON.<ObjectNode>valueToTree(plan.summary()));
        document.put("deletes", telling.stream().filter(PlanDocument::deletes).count());
        ObjectNode calls = document.putObject("calls");
        stored.sourceCalls().byOperation().forEach(calls.putObject("source")::put);
        plan.calls().total().forEach(calls.putObject("target")::put);
        list(document, "conflicts", plan.conflicts(), OTHERS, PlanDocument::conflict);
        list(document, "changes", telling, CHANGES, PlanDocument::change);
        list(document, "skipped", plan.skipped(), OTHERS, PlanDocument::skipped);
        ObjectNode findings = document.putObject("findings");
        plan.findings().stream()
                .collect(Collectors.groupingBy(PlanDocument::severity, TreeMap::new, Collectors.counting()))
                .forEach(findings::put);
        return document;
    }

    private static List<Change> telling(Plan plan) {
        return plan.changes().stream()
                .filter(change -> !change.bookkeeping())
                .sorted(Comparator.comparing(change -> !deletes(change)))
                .toList();
    }

    private static boolean deletes(Change change) {
        return ChangeKind.of(change).action() == ChangeKind.Action.DELETE;
    }

    private static String severity(Finding finding) {
        return finding.severity().label();
    }

    /** The first items, and how many there are if these are not all. */
    private static <T> void list(
            ObjectNode node, String field, List<T> items, int most, Function<T, ObjectNode> render) {
        ArrayNode array = node.putArray(field);
        items.stream().limit(most).map(render).forEach(array::add);
        if (items.size() > most) {
            node.put(field + "Total", items.size());
        }
    }

    private static ObjectNode change(Change change) {
        ChangeKind kind = ChangeKind.of(change);
        ObjectNode node = JSON.createObjectNode()
                .put("action", kind.action().label())
                .put("kind", kind.object())
                .put("subject", change.subject());
        List<FieldDifference> fields = change.differences().stream()
                .filter(each -> !BOOKKEEPING.contains(each.field()))
                .toList();
        if (!fields.isEmpty()) {
            list(node, "fields", fields, DETAILS, PlanDocument::field);
        }
        List<GlueColumn> columns = columns(change);
        if (!columns.isEmpty()) {
            list(node, "columns", columns, DETAILS, PlanDocument::column);
        }
        return node;
    }

    /** Of a table that comes or goes. */
    private static List<GlueColumn> columns(Change change) {
        if (change instanceof Change.CreateTable create) {
            return create.after().columns();
        }
        return change instanceof Change.DeleteTable delete ? delete.before().columns() : List.of();
    }

    private static ObjectNode field(FieldDifference difference) {
        int from = Excerpt.start(difference.before(), difference.after(), TEXT_LENGTH);
        ObjectNode node = JSON.createObjectNode().put("field", SafeText.of(difference.field(), TEXT_LENGTH));
        if (difference.before() != null) {
            node.put("before", Excerpt.of(difference.before(), from, TEXT_LENGTH));
        }
        if (difference.after() != null) {
            node.put("after", Excerpt.of(difference.after(), from, TEXT_LENGTH));
        }
        return node;
    }

    private static ObjectNode column(GlueColumn column) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", SafeText.of(column.name(), TEXT_LENGTH))
                .put("type", SafeText.of(column.type().print(), TEXT_LENGTH));
        return column.comment().isEmpty() ? node : node.put("comment", SafeText.of(column.comment(), TEXT_LENGTH));
    }

    private static ObjectNode conflict(Conflict conflict) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", Conflicts.id(conflict))
                .put("subject", conflict.subject())
                .put("field", conflict.field());
        text(node, "lastApplied", conflict.lastApplied());
        text(node, "current", conflict.current());
        text(node, "desired", conflict.desired());
        return node.put("reason", SafeText.of(conflict.reason(), TEXT_LENGTH));
    }

    private static void text(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, SafeText.of(value, TEXT_LENGTH));
        }
    }

    private static ObjectNode skipped(Skipped skipped) {
        return JSON.createObjectNode()
                .put("subject", skipped.subject())
                .put("reason", skipped.reason().label())
                .put("message", SafeText.of(skipped.message(), TEXT_LENGTH))
                .put("decision", skipped.decision());
    }
}
