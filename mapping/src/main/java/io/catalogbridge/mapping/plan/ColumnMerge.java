package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns of three tables: which there are, what they are, in which order. Linear in the number of columns. */
final class ColumnMerge {

    private static final String FIELD = "columns";

    /** What the first column follows; no column is called that. */
    private static final String START = "";

    private final Comparison comparison;
    private final Sides<Map<String, GlueColumn>> sides;
    private final Map<String, GlueColumn> after = new LinkedHashMap<>();
    private final Map<String, GlueColumn> baseline = new LinkedHashMap<>();

    ColumnMerge(Comparison comparison, Sides<List<GlueColumn>> sides) {
        this.comparison = comparison;
        this.sides = sides.map(ColumnMerge::byName);
    }

    private static Map<String, GlueColumn> byName(List<GlueColumn> columns) {
        Map<String, GlueColumn> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.putIfAbsent(column.name(), column));
        return byName;
    }

    Merged<List<GlueColumn>> merge() {
        allNames().forEach(this::column);
        return ordered();
    }

    private Set<String> allNames() {
        Set<String> names = new LinkedHashSet<>(sides.desired().keySet());
        names.addAll(sides.current().keySet());
        names.addAll(sides.last().keySet());
        return names;
    }

    private void column(String name) {
        Sides<@Nullable GlueColumn> column = new Sides<>(
                sides.last().get(name),
                sides.current().get(name),
                sides.desired().get(name));
        GlueColumn current = column.current();
        GlueColumn desired = column.desired();
        Merged<@Nullable GlueColumn> merged =
                current != null && desired != null ? fields(column.last(), current, desired) : existence(name, column);
        put(after, merged.after());
        put(baseline, merged.baseline());
    }

    private static void put(Map<String, GlueColumn> columns, @Nullable GlueColumn column) {
        if (column != null) {
            columns.put(column.name(), column);
        }
    }

    /** A column that is only on one of the two sides is decided on as a whole, and shown by its type. */
    private Merged<@Nullable GlueColumn> existence(String name, Sides<@Nullable GlueColumn> column) {
        Sides<@Nullable String> presence =
                new Sides<>(presence(column.last()), presence(column.current()), presence(column.desired()));
        Sides<@Nullable String> shown =
                new Sides<>(type(column.last()), type(column.current()), type(column.desired()));
        String field = FIELD + "." + name;
        Verdict verdict =
                comparison.decided(field, Verdict.of(comparison.strategies().columns(), presence), shown);
        comparison.record(field, verdict, shown);
        return verdict.pick(column);
    }

    private static @Nullable String presence(@Nullable GlueColumn column) {
        return column == null ? null : "present";
    }

    private static @Nullable String type(@Nullable GlueColumn column) {
        return column == null ? null : column.type().print();
    }

    /** A column that we have not written counts as last applied only once it is what it should be. */
    private Merged<@Nullable GlueColumn> fields(@Nullable GlueColumn last, GlueColumn current, GlueColumn desired) {
        if (current.equals(desired)) {
            return new Merged<>(desired, desired);
        }
        String path = FIELD + "." + desired.name() + ".";
        Merged<GlueType> type = type(path, last, current, desired);
        Merged<String> comment = comparison.text(
                path + "comment",
                comparison.strategies().comments(),
                new Sides<>(last == null ? "" : last.comment(), current.comment(), desired.comment()));
        Merged<SortedMap<String, String>> parameters = comparison.parameters(
                path,
                new Sides<>(
                        last == null ? new TreeMap<>() : last.parameters(),
                        current.parameters(),
                        desired.parameters()));
        GlueColumn after = new GlueColumn(desired.name(), type.after(), comment.after(), parameters.after());
        return new Merged<>(
                after,
                last == null && !after.equals(desired)
                        ? null
                        : new GlueColumn(desired.name(), type.baseline(), comment.baseline(), parameters.baseline()));
    }

    private Merged<GlueType> type(String path, @Nullable GlueColumn last, GlueColumn current, GlueColumn desired) {
        Verdict verdict = comparison.judge(
                path + "type",
                comparison.strategies().columns(),
                new Sides<>(type(last), type(current), type(desired)));
        return verdict.pick(new Sides<>(last == null ? desired.type() : last.type(), current.type(), desired.type()));
    }

    private Merged<List<GlueColumn>> ordered() {
        List<String> there = common(sides.current());
        List<String> wanted = common(sides.desired());
        if (there.equals(wanted)) {
            return new Merged<>(
                    woven(after, sides.current(), sides.desired()), woven(baseline, sides.desired(), sides.last()));
        }
        Verdict verdict = comparison.judge(
                FIELD,
                comparison.strategies().columns(),
                new Sides<>(listed(common(sides.last())), listed(there), listed(wanted)));
        return new Merged<>(
                verdict == Verdict.DESIRED
                        ? woven(after, sides.desired(), sides.current())
                        : woven(after, sides.current(), sides.desired()),
                orderedBaseline(verdict));
    }

    /**
     * The order to remember. It gives the same verdict when the columns that are now added are there: an edit that stays was
     * made to the desired order, and in a conflict, decided or not, nothing is learnt of columns whose order we never wrote.
     */
    private List<GlueColumn> orderedBaseline(Verdict verdict) {
        if (verdict == Verdict.DESIRED || verdict == Verdict.KEEP_EDIT) {
            return woven(baseline, sides.desired(), sides.last());
        }
        if (verdict == Verdict.CONFLICT || verdict == Verdict.KEEP_DECIDED) {
            common(sides.current()).stream()
                    .filter(name -> !sides.last().containsKey(name))
                    .forEach(baseline::remove);
        }
        return woven(baseline, sides.last(), sides.desired());
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }

    /** The names that stay on both sides, in the order of one side. */
    private List<String> common(Map<String, GlueColumn> order) {
        return order.keySet().stream()
                .filter(sides.current()::containsKey)
                .filter(sides.desired()::containsKey)
                .toList();
    }

    /** The columns in the order of the leading side; each other one follows its predecessor of the other side. */
    private static List<GlueColumn> woven(
            Map<String, GlueColumn> columns, Map<String, GlueColumn> leading, Map<String, GlueColumn> other) {
        Map<String, List<GlueColumn>> followers = followers(columns, leading, other);
        List<GlueColumn> woven = new ArrayList<>(followers.getOrDefault(START, List.of()));
        for (String name : leading.keySet()) {
            GlueColumn column = columns.get(name);
            if (column != null) {
                woven.add(column);
                woven.addAll(followers.getOrDefault(name, List.of()));
            }
        }
        return woven;
    }

    private static Map<String, List<GlueColumn>> followers(
            Map<String, GlueColumn> columns, Map<String, GlueColumn> leading, Map<String, GlueColumn> other) {
        Map<String, List<GlueColumn>> followers = new HashMap<>();
        String predecessor = START;
        for (String name : other.keySet()) {
            GlueColumn column = columns.get(name);
            if (column != null && leading.containsKey(name)) {
                predecessor = name;
            } else if (column != null) {
                followers.computeIfAbsent(predecessor, key -> new ArrayList<>()).add(column);
            }
        }
        return followers;
    }
}
