package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.plan.PlanPolicy.FieldStrategies;
import io.catalogbridge.mapping.plan.PlanPolicy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares one object field by field and keeps account of what differs, what is left alone and what is in conflict. */
final class Comparison {

    /** Parameters that are never anybody else's: they follow the source whatever the policy. */
    private static final Set<String> BOOKKEEPING =
            Set.of(Ownership.OWNER, Ownership.FINGERPRINT, Ownership.DIGEST, Tombstone.PARAMETER);

    private final String subject;
    private final FieldStrategies strategies;
    private final Decisions decisions;
    private final List<FieldDifference> differences = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    Comparison(String subject, PlanInput input) {
        this.subject = subject;
        this.strategies = input.policy().fields();
        this.decisions = input.decisions();
    }

    FieldStrategies strategies() {
        return strategies;
    }

    List<FieldDifference> differences() {
        return differences;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** A text that is there or empty. */
    Merged<String> text(String field, Strategy strategy, Sides<String> sides) {
        Sides<@Nullable String> values = new Sides<>(sides.last(), sides.current(), sides.desired());
        return judge(field, strategy, values).pick(sides);
    }

    Merged<SortedMap<String, String>> parameters(String path, Sides<SortedMap<String, String>> sides) {
        if (sides.current().equals(sides.desired())) {
            return new Merged<>(sides.desired(), sides.desired());
        }
        Merged<SortedMap<String, String>> merged = new Merged<>(new TreeMap<>(), new TreeMap<>());
        for (String key : keys(sides)) {
            Sides<@Nullable String> values = new Sides<>(
                    sides.last().get(key),
                    sides.current().get(key),
                    sides.desired().get(key));
            Merged<@Nullable String> value =
                    judge(path + "parameters." + key, strategy(key), values).pick(values);
            put(merged.after(), key, value.after());
            put(merged.baseline(), key, value.baseline());
        }
        return merged;
    }

    /** Decides on a field by its values and takes the decision down in terms of them. */
    Verdict judge(String field, Strategy strategy, Sides<@Nullable String> values) {
        Verdict verdict = decided(field, Verdict.of(strategy, values), values);
        record(field, verdict, values);
        return verdict;
    }

    /** A conflict that a person has decided on is none any more; the values are those that the conflict shows. */
    Verdict decided(String field, Verdict verdict, Sides<@Nullable String> shown) {
        if (verdict != Verdict.CONFLICT) {
            return verdict;
        }
        return decisions
                .on(subject, field, shown.last(), shown.current())
                .map(Verdict::of)
                .orElse(verdict);
    }

    /** Takes a decision down; the values are those to be shown. */
    void record(String field, Verdict verdict, Sides<@Nullable String> shown) {
        switch (verdict) {
            case DESIRED -> change(field, shown.current(), shown.desired());
            case KEEP_EDIT -> skip(Skipped.Reason.EDITED_BY_HAND, field, "edited by hand", shown);
            case KEEP_TARGET -> skip(Skipped.Reason.KEPT_BY_POLICY, field, "left to Glue by policy", shown);
            case KEEP_DECIDED -> skip(Skipped.Reason.KEPT_BY_DECISION, field, "left to Glue by decision", shown);
            case CONFLICT ->
                conflicts.add(new Conflict(
                        subject,
                        field,
                        shown.last(),
                        shown.current(),
                        shown.desired(),
                        "changed in Glue, and the source wants something else"));
        }
    }

    void change(String field, @Nullable String before, @Nullable String after) {
        FieldDifference difference = new FieldDifference(field, before, after);
        if (difference.real()) {
            differences.add(difference);
        }
    }

    private void skip(Skipped.Reason reason, String field, String why, Sides<@Nullable String> shown) {
        String message = field + " is " + why + ": keeps " + Quoted.of(shown.current()) + ", the source says "
                + Quoted.of(shown.desired());
        skipped.add(new Skipped(subject, reason, message, false));
    }

    private Strategy strategy(String key) {
        if (BOOKKEEPING.contains(key)) {
            return Strategy.SOURCE_WINS;
        }
        return key.equals(Ownership.COMMENT) ? strategies.descriptions() : strategies.parameters();
    }

    private static Set<String> keys(Sides<SortedMap<String, String>> sides) {
        Set<String> keys = new TreeSet<>(sides.desired().keySet());
        keys.addAll(sides.current().keySet());
        keys.addAll(sides.last().keySet());
        return keys;
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
