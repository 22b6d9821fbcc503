package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.Finding;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The short JSON form of a plan, with the field names that the command line promises. */
final class PlanSummaryForm {

    private final JsonMapper mapper;

    private PlanSummaryForm(JsonMapper mapper) {
        this.mapper = mapper;
    }

    static ObjectNode of(Plan plan, JsonMapper mapper) {
        return new PlanSummaryForm(mapper).form(plan);
    }

    private ObjectNode form(Plan plan) {
        ObjectNode form = mapper.createObjectNode()
                .put("planId", plan.id())
                .put("digest", plan.digest())
                .put("environment", plan.environment())
                .put("complete", plan.complete());
        form.set("summary", mapper.valueToTree(plan.summary()));
        form.putObject("calls").set("target", calls(plan.calls().total()));
        ArrayNode changes = form.putArray("changes");
        plan.changes().forEach(change -> changes.add(change(change)));
        ArrayNode skipped = form.putArray("skipped");
        plan.skipped().forEach(each -> skipped.add(skipped(each)));
        ArrayNode conflicts = form.putArray("conflicts");
        plan.conflicts().forEach(each -> conflicts.add(mapper.<ObjectNode>valueToTree(each)));
        ArrayNode findings = form.putArray("findings");
        plan.findings().forEach(each -> findings.add(finding(each)));
        return form;
    }

    private ObjectNode calls(Map<String, Long> counts) {
        ObjectNode calls = mapper.createObjectNode();
        counts.forEach(calls::put);
        return calls;
    }

    private ObjectNode change(Change change) {
        ChangeKind kind = ChangeKind.of(change);
        ObjectNode node = mapper.createObjectNode()
                .put("action", kind.action().label())
                .put("kind", kind.object())
                .put("subject", change.subject())
                .put("database", change.database())
                .put("name", name(change.subject()));
        ArrayNode fields = node.putArray("fields");
        change.differences().forEach(each -> fields.add(mapper.<ObjectNode>valueToTree(each)));
        return node;
    }

    /** What follows the scheme and the database. */
    private static String name(String subject) {
        return subject.substring(Math.max(subject.indexOf(':'), subject.indexOf('/')) + 1);
    }

    private ObjectNode skipped(Skipped skipped) {
        return mapper.createObjectNode()
                .put("subject", skipped.subject())
                .put("reason", skipped.reason().label())
                .put("message", skipped.message())
                .put("decision", skipped.decision());
    }

    private ObjectNode finding(Finding finding) {
        return mapper.createObjectNode()
                .put("severity", finding.severity().label())
                .put("code", finding.code())
                .put("subject", finding.subject())
                .put("message", finding.message())
                .put("remedy", finding.remedy());
    }
}
