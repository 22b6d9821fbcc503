package io.catalogbridge.server.tools;

import io.catalogbridge.server.store.AuditQuery;
import io.catalogbridge.server.store.AuditTrail.AuditPage;
import io.catalogbridge.server.store.AuditTrail.AuditRecord;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code query_audit}: who did what, when, from which plan. */
final class QueryAudit implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final NumberCursor CURSOR = new NumberCursor("audit");
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int TEXT_LENGTH = 300;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "query_audit",
            "Query audit trail",
            "Lists what was done in this environment, newest first: plans made, plans applied, edits of the mapping rules; each"
                    + " with who, when, outcome. Filters combine. Use it for \"who changed this, when, from which plan\"; with a"
                    + " planId as subject it also finds the runs of that plan.",
            Schemas.object(
                    List.of(),
                    Schemas.text("actor", ""),
                    Schemas.text("action", "Such as plan, apply, edit-rules."),
                    Schemas.text("subject", "Id of a plan or run, digest of a plan, or rules:VERSION."),
                    Schemas.text("since", "ISO date (UTC) or time."),
                    Schemas.text("until", "ISO date, included, or time, excluded."),
                    Schemas.text("text", "Part of subject, outcome or detail."),
                    Schemas.whole("limit", "", 1, MAX_LIMIT, DEFAULT_LIMIT),
                    Schemas.text("cursor", "nextCursor of the page before.")),
            Schemas.object(
                    List.of("total", "records"),
                    Schemas.count("total"),
                    Schemas.list(
                            "records",
                            Schemas.open(List.of("number", "at", "actor", "action", "subject", "outcome", "detail"))),
                    Schemas.text("nextCursor", "absent on the last page"),
                    Schemas.text("hint", "")),
            ToolDefinition.Effect.READ);

    private final ToolContext context;

    QueryAudit(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        AuditQuery query = query(call.arguments());
        AuditPage page = context.store().audit().search(context.environment(), query);
        ObjectNode result = JSON.createObjectNode().put("total", page.total());
        ArrayNode records = result.putArray("records");
        boolean cut = new ResultBudget().fill(records, page.records(), query.limit(), 1, QueryAudit::record);
        if (cut || page.records().size() == query.limit()) {
            more(query, page, records.size()).ifPresent(cursor -> result.put("nextCursor", cursor));
        }
        String text = records.size() + " of " + page.total() + " records";
        if (page.total() > 0) {
            return new ToolResult(text, result);
        }
        String hint = hint();
        return new ToolResult(text + ". " + hint, result.put("hint", hint));
    }

    /** A page that happens to end with the oldest record is the last. */
    private Optional<String> more(AuditQuery query, AuditPage page, int shown) {
        long last = page.records().get(shown - 1).number();
        boolean others = shown < page.records().size()
                || !context.store()
                        .audit()
                        .search(context.environment(), query.before(last))
                        .records()
                        .isEmpty();
        return others ? Optional.of(CURSOR.at(last)) : Optional.empty();
    }

    private static AuditQuery query(ToolArguments arguments) {
        OptionalLong before = CURSOR.read(arguments.optionalText("cursor"));
        return new AuditQuery(
                Optional.ofNullable(arguments.optionalText("actor")),
                Optional.ofNullable(arguments.optionalText("action")),
                Optional.ofNullable(arguments.optionalText("subject")),
                time(arguments, "since", 0),
                time(arguments, "until", 1),
                Optional.ofNullable(arguments.optionalText("text")),
                before.isPresent() ? Optional.of(before.getAsLong()) : Optional.empty(),
                arguments.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
    }

    /** A date stands for the start of the day that many days later. */
    private static Optional<Instant> time(ToolArguments arguments, String name, int daysLater) {
        String text = arguments.optionalText(name);
        try {
            if (text == null) {
                return Optional.empty();
            }
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                                    .plusDays(daysLater)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw ToolFailure.invalid("the argument '" + name
                    + "' must be a date such as 2026-11-30 or a time such as 2026-11-30T08:00:00Z");
        }
    }

    private static ObjectNode record(AuditRecord record) {
        return JSON.createObjectNode()
                .put("number", record.number())
                .put("at", record.at().toString())
                .put("actor", SafeText.of(record.actor(), TEXT_LENGTH))
                .put("action", record.action())
                .put("subject", record.subject())
                .put("planDigest", record.planDigest())
                .put("outcome", record.outcome())
                .put("detail", SafeText.of(record.detail(), TEXT_LENGTH));
    }

    private String hint() {
        return context.store().audit().recent(context.environment(), 1).isEmpty()
                ? "Nothing has been done in this environment yet."
                : "No record matches all filters; leave some out, or call without any to see what is recorded.";
    }
}
