package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.Finding;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be done, in order. Made from one snapshot and one reading of Glue; equal inputs give equal plans.
 *
 * @param id          readable identifier, derived from the digest
 * @param digest      hash of everything below that applying depends on, in lower-case hex
 * @param environment the environment it was made for; it can be applied to no other
 * @param complete    whether the snapshot was complete; if not, there are no deletes
 * @param changes     creations of databases first, updates of databases last
 * @param skipped     what is deliberately not done
 * @param conflicts   what a person must decide
 * @param findings    what could not be read or mapped exactly
 * @param summary     counts
 * @param calls       what applying will cost
 */
public record Plan(
        String id,
        String digest,
        String environment,
        boolean complete,
        List<Change> changes,
        List<Skipped> skipped,
        List<Conflict> conflicts,
        List<Finding> findings,
        Summary summary,
        CallEstimate calls) {

    public Plan {
        changes = List.copyOf(changes);
        skipped = List.copyOf(skipped);
        conflicts = List.copyOf(conflicts);
        findings = List.copyOf(findings);
    }

    /** The same plan where what was written is not read again; its calls are fewer. */
    public Plan withoutVerification() {
        return new Plan(
                id,
                digest,
                environment,
                complete,
                changes,
                skipped,
                conflicts,
                findings,
                summary,
                calls.withoutVerification());
    }

    public boolean empty() {
        return changes.isEmpty();
    }

    /** True if a person should look before anything happens. */
    public boolean needsDecision() {
        return !conflicts.isEmpty() || skipped.stream().anyMatch(Skipped::decision);
    }

    /** The databases whose tables change; a run that applies the plan reads these. */
    public SortedSet<String> touched() {
        return touched(changes);
    }

    static SortedSet<String> touched(List<Change> changes) {
        return changes.stream()
                .filter(change -> ChangeKind.of(change).concernsTable())
                .map(Change::database)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Counts of objects; databases, tables and jobs alike. An object of which only our own bookkeeping changes counts as
     * unchanged; one in conflict as a whole, or that would be deleted but is left alone, is counted there only.
     */
    public record Summary(
            long create, long update, long delete, long unchanged, long skipped, long conflicts, long findings) {}
}
