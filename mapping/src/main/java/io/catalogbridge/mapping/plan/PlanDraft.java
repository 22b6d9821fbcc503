package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.plan.ChangeKind.Action;
import io.catalogbridge.mapping.plan.Decision.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A plan while it is being made: takes in what comparing finds, in any order, and puts it in the order of applying. */
final class PlanDraft {

    private static final String WHOLE_PLAN = "plan";

    private static final Comparator<Change> ORDER =
            Comparator.comparing(ChangeKind::of).thenComparing(Change::database).thenComparing(Change::subject);

    private static final Comparator<Conflict> CONFLICTS =
            Comparator.comparing(Conflict::subject).thenComparing(Conflict::field);

    private final PlanInput input;
    private final List<Change> changes = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<GlueDatabase> confirmed = new ArrayList<>();
    private long unchanged;

    PlanDraft(PlanInput input) {
        this.input = input;
    }

    void change(Change change) {
        changes.add(change);
    }

    void account(Comparison comparison) {
        skipped.addAll(comparison.skipped());
        conflicts.addAll(comparison.conflicts());
    }

    void skip(List<Skipped> more) {
        skipped.addAll(more);
    }

    /** Nobody's decision makes an object ours; one to keep it means that it is left alone without asking. */
    void inTheWay(String subject, String reason) {
        if (input.decisions()
                .on(subject, "", null, null)
                .filter(Resolution.KEEP_TARGET::equals)
                .isPresent()) {
            skipped.add(
                    new Skipped(subject, Skipped.Reason.KEPT_BY_DECISION, reason + "; left alone by decision", false));
        } else {
            conflicts.add(new Conflict(subject, "", null, null, null, reason));
        }
    }

    /** A name that stands for something else: a conflict, unless that something may only not have been read. */
    void taken(String subject, String holder) {
        if (input.complete()) {
            inTheWay(subject, "this name is that of " + holder + "; nothing proves that it is gone");
        } else {
            String message = "it describes " + holder + ", and the tenant was only partly read";
            skipped.add(new Skipped(subject, Skipped.Reason.PARTIAL_SNAPSHOT, message, false));
        }
    }

    void confirm(GlueDatabase database) {
        confirmed.add(database);
    }

    void unchanged(long objects) {
        unchanged += objects;
    }

    Planning finish() {
        List<Change> ordered = changes.stream().sorted(ORDER).toList();
        List<Change> kept = within(ordered);
        skipped.sort(Comparator.naturalOrder());
        conflicts.sort(CONFLICTS);
        String digest = PlanJson.digest(input.environment(), kept);
        Plan plan = new Plan(
                "plan-" + digest.substring(0, 12),
                digest,
                input.environment(),
                input.complete(),
                kept,
                skipped,
                conflicts,
                input.findings(),
                summary(kept),
                CallForecast.of(kept, input.current()));
        return new Planning(plan, new GlueCatalog(confirmed, List.of()));
    }

    /** Updates of databases come last and are the first to be left out: their digest must not promise what is not done. */
    private List<Change> within(List<Change> ordered) {
        int most = input.policy().maxChanges();
        if (ordered.size() <= most) {
            return ordered;
        }
        String message = (ordered.size() - most) + " of " + ordered.size()
                + " changes wait for the next plan; one plan holds " + most;
        skipped.add(new Skipped(WHOLE_PLAN, Skipped.Reason.CHANGE_LIMIT, message, false));
        return ordered.subList(0, most);
    }

    private Plan.Summary summary(List<Change> kept) {
        return new Plan.Summary(
                count(kept, Action.CREATE),
                count(kept, Action.UPDATE),
                count(kept, Action.DELETE),
                unchanged,
                skipped.size(),
                conflicts.size(),
                input.findings().size());
    }

    private static long count(List<Change> changes, Action action) {
        return changes.stream()
                .filter(change -> ChangeKind.of(change).action() == action)
                .filter(change -> !change.bookkeeping())
                .count();
    }
}
