package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.plan.Skipped.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of objects of ours that are no longer desired. A delete needs a complete snapshot, a policy that allows it
 * and a grace period that has passed; the limit holds for what one plan deletes and for what it marks, each by itself.
 */
final class OrphanRule {

    private final PlanInput input;

    OrphanRule(PlanInput input) {
        this.input = input;
    }

    /**
     * An object of ours that is no longer desired.
     *
     * @param goneSince when it was found to be gone, if it was marked
     */
    record Orphan(String subject, Optional<Instant> goneSince) {}

    /** Subjects to delete, subjects to mark with a tombstone, and what is left alone. */
    record Ruling(Set<String> delete, Set<String> mark, List<Skipped> skipped) {}

    private enum Stage {
        NEW,
        WAITING,
        DUE
    }

    /**
     * @param place where the orphans are, in words
     * @param owned how many objects of ours are there, orphans included
     */
    Ruling judge(String place, long owned, Collection<Orphan> orphans) {
        if (!input.complete()) {
            return leave(orphans, Reason.PARTIAL_SNAPSHOT, "not found in a tenant that was only partly read", false);
        }
        if (!input.policy().deletes()) {
            return leave(orphans, Reason.DELETES_OFF, "gone from the tenant, but deletes are off", false);
        }
        Map<Stage, List<Orphan>> byStage = orphans.stream().collect(Collectors.groupingBy(this::stage));
        Ruling due = limited(place, owned, byStage.getOrDefault(Stage.DUE, List.of()));
        Ruling fresh = limited(place, owned, byStage.getOrDefault(Stage.NEW, List.of()));
        Stream<Skipped> waiting =
                byStage.getOrDefault(Stage.WAITING, List.of()).stream().map(this::wait);
        return new Ruling(
                due.delete(),
                fresh.delete(),
                Stream.of(due.skipped().stream(), fresh.skipped().stream(), waiting)
                        .flatMap(each -> each)
                        .toList());
    }

    private Stage stage(Orphan orphan) {
        if (input.policy().grace().isZero()) {
            return Stage.DUE;
        }
        return orphan.goneSince()
                .map(since -> input.now().isBefore(end(since)) ? Stage.WAITING : Stage.DUE)
                .orElse(Stage.NEW);
    }

    private Instant end(Instant since) {
        return since.plus(input.policy().grace());
    }

    private Ruling limited(String place, long owned, List<Orphan> orphans) {
        long most = input.policy().mostDeletes(owned);
        if (orphans.size() > most) {
            String message = orphans.size() + " of " + owned + " in " + place
                    + " are gone from the tenant; one plan may delete " + most;
            return leave(orphans, Reason.DELETE_LIMIT, message, true);
        }
        return new Ruling(orphans.stream().map(Orphan::subject).collect(Collectors.toSet()), Set.of(), List.of());
    }

    private Skipped wait(Orphan orphan) {
        String until = orphan.goneSince().map(this::end).map(Instant::toString).orElse("");
        return new Skipped(
                orphan.subject(), Reason.GRACE_PERIOD, "gone from the tenant; to be deleted from " + until, false);
    }

    private static Ruling leave(Collection<Orphan> orphans, Reason reason, String message, boolean decision) {
        List<Skipped> skipped = orphans.stream()
                .map(orphan -> new Skipped(orphan.subject(), reason, message, decision))
                .toList();
        return new Ruling(Set.of(), Set.of(), skipped);
    }
}
