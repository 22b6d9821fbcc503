package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.plan.ChangeKind.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan for people: what is created ({@code +}), changed ({@code ~}) and deleted ({@code -}), and what it costs. */
public final class PlanText {

    private final Options options;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Options options) {
        this.options = options;
    }

    /**
     * How to show a plan.
     *
     * @param colour   whether to use ANSI colours
     * @param detail   whether to show the columns of new tables and the unshortened list of findings
     * @param maxLines the most lines shown of each part: changes, conflicts, things left alone, findings
     */
    public record Options(boolean colour, boolean detail, int maxLines) {

        public static final Options PLAIN = new Options(false, false, Integer.MAX_VALUE);
    }

    /** Lines that end with a line feed; values of others are quoted, shortened and free of control characters. */
    public static String render(Plan plan, Options options) {
        PlanText text = new PlanText(options);
        text.plan(plan);
        return String.join("\n", text.lines) + "\n";
    }

    private void plan(Plan plan) {
        lines.add("Plan " + plan.id() + " for " + plan.environment()
                + (plan.complete() ? "" : " (the tenant was only partly read: nothing is deleted)"));
        section("", changes(plan));
        section("Conflicts, left as they are until you decide:", conflicts(plan));
        section("Left alone:", skipped(plan));
        section("Findings:", findings(plan));
        lines.add("");
        lines.add(summary(plan));
        lines.add(cost(plan.calls()));
    }

    private void section(String title, List<String> content) {
        if (content.isEmpty()) {
            return;
        }
        lines.add("");
        if (!title.isEmpty()) {
            lines.add(title);
        }
        content.stream().limit(options.maxLines()).forEach(lines::add);
        int more = content.size() - options.maxLines();
        if (more > 0) {
            lines.add("  … and " + more + " more lines");
        }
    }

    private List<String> changes(Plan plan) {
        List<String> text = new ArrayList<>();
        plan.changes().forEach(change -> change(text, change));
        return text;
    }

    private void change(List<String> text, Change change) {
        ChangeKind kind = ChangeKind.of(change);
        String note = change.bookkeeping() ? " (bookkeeping only)" : "";
        text.add(signed("  ", kind.action(), kind.object() + " " + Quoted.plain(name(change)) + note));
        if (change instanceof Change.CreateTable create && options.detail()) {
            columns(text, create.after());
        }
        change.differences().stream()
                .filter(difference -> !difference.bookkeeping())
                .forEach(difference -> text.add(difference(difference)));
    }

    private static String name(Change change) {
        String subject = change.subject();
        return subject.substring(subject.indexOf(':') + 1);
    }

    private void columns(List<String> text, GlueTable table) {
        for (GlueColumn column : table.columns()) {
            String comment = column.comment().isEmpty() ? "" : " " + Quoted.of(column.comment());
            text.add(signed(
                    "      ",
                    Action.CREATE,
                    Quoted.plain(column.name()) + " "
                            + Quoted.plain(column.type().print()) + comment));
        }
    }

    private String difference(FieldDifference difference) {
        String field = Quoted.plain(difference.field());
        if (difference.before() == null) {
            return signed("      ", Action.CREATE, field + ": " + Quoted.of(difference.after()));
        }
        if (difference.after() == null) {
            return signed("      ", Action.DELETE, field + ": " + Quoted.of(difference.before()));
        }
        return signed(
                "      ",
                Action.UPDATE,
                field + ": " + Quoted.of(difference.before()) + " -> " + Quoted.of(difference.after()));
    }

    private String signed(String indent, Action action, String text) {
        return indent + colour(action, action.sign() + " " + text);
    }

    private String colour(Action action, String text) {
        int code = switch (action) {
            case CREATE -> 32;
            case UPDATE -> 33;
            case DELETE -> 31;
        };
        return options.colour() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    private static List<String> conflicts(Plan plan) {
        List<String> text = new ArrayList<>();
        for (Conflict conflict : plan.conflicts()) {
            String field = conflict.field().isEmpty() ? "" : " " + Quoted.plain(conflict.field());
            text.add("  ! " + Quoted.plain(conflict.subject()) + field + ": " + Quoted.plain(conflict.reason()));
            if (!conflict.field().isEmpty()) {
                text.add("      last applied " + Quoted.of(conflict.lastApplied()) + ", there now "
                        + Quoted.of(conflict.current()) + ", source " + Quoted.of(conflict.desired()));
            }
        }
        return text;
    }

    private static List<String> skipped(Plan plan) {
        return plan.skipped().stream()
                .map(each -> "  " + (each.decision() ? "! " : "  ") + Quoted.plain(each.subject()) + ": "
                        + Quoted.plain(each.message()))
                .toList();
    }

    private List<String> findings(Plan plan) {
        if (options.detail()) {
            return plan.findings().stream()
                    .map(each -> "    " + each.severity().label() + " " + each.code() + " "
                            + Quoted.plain(each.subject()) + ": " + Quoted.plain(each.message()))
                    .toList();
        }
        Map<Severity, Long> counts =
                plan.findings().stream().collect(Collectors.groupingBy(each -> each.severity(), Collectors.counting()));
        return counts.isEmpty() ? List.of() : List.of(counted(counts));
    }

    private static String counted(Map<Severity, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Severity, Long>comparingByKey().reversed())
                .map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", ", "    ", ""));
    }

    private static String summary(Plan plan) {
        Plan.Summary summary = plan.summary();
        return summary.create() + " to create, " + summary.update() + " to update, " + summary.delete() + " to delete, "
                + summary.unchanged() + " unchanged, " + summary.conflicts() + " in conflict, " + summary.skipped()
                + " left alone";
    }

    private static String cost(CallEstimate calls) {
        return calls.total().isEmpty()
                ? "Nothing to apply."
                : "Applying takes " + sum(calls.total()) + " calls: " + part("read again", calls.reread()) + "; "
                        + part("write", calls.write()) + "; " + part("verify", calls.verify());
    }

    private static String part(String name, Map<String, Long> calls) {
        String detail = calls.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return name + " " + sum(calls) + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }
}
