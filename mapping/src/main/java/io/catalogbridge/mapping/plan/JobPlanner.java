package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.plan.OrphanRule.Orphan;
import io.catalogbridge.mapping.plan.OrphanRule.Ruling;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans jobs. They follow the source in every field; those of others are left alone. */
final class JobPlanner {

    private static final String SUBJECT = "glue-job:";
    private static final String ASSET = "--" + ParameterKey.ASSET.key();

    private final PlanInput input;
    private final PlanDraft draft;
    private final Map<String, GlueJob> current;
    private final Map<String, GlueJob> desired;

    JobPlanner(PlanInput input, PlanDraft draft) {
        this.input = input;
        this.draft = draft;
        this.current = byName(input.current().catalog().jobs());
        this.desired = byName(input.desired().jobs());
    }

    private static Map<String, GlueJob> byName(List<GlueJob> jobs) {
        return jobs.stream().collect(Collectors.toMap(GlueJob::name, Function.identity()));
    }

    void plan() {
        desired.values()
                .forEach(job -> Optional.ofNullable(current.get(job.name()))
                        .ifPresentOrElse(there -> existing(job, there), () -> draft.change(new Change.CreateJob(job))));
        if (input.whole()) {
            orphans();
        }
    }

    private void existing(GlueJob wanted, GlueJob there) {
        if (!isOurs(there)) {
            draft.inTheWay(SUBJECT + there.name(), input.whyNotOurs("job", owner(there)));
        } else if (describesAnother(there, wanted) && !input.provesAbsence()) {
            draft.taken(SUBJECT + there.name(), there.arguments().getOrDefault(ASSET, ""));
        } else if (there.equals(wanted)) {
            draft.unchanged(1);
        } else {
            draft.change(update(there, wanted));
        }
    }

    private static boolean describesAnother(GlueJob there, GlueJob wanted) {
        String holder = there.arguments().getOrDefault(ASSET, "");
        return !holder.isEmpty() && !holder.equals(wanted.arguments().get(ASSET));
    }

    private void orphans() {
        List<GlueJob> owned = current.values().stream().filter(this::isOurs).toList();
        List<GlueJob> orphans =
                owned.stream().filter(job -> !desired.containsKey(job.name())).toList();
        Ruling ruling = new OrphanRule(input)
                .judge(
                        "all jobs",
                        owned.size(),
                        orphans.stream().map(JobPlanner::orphan).toList());
        draft.skip(ruling.skipped());
        orphans.forEach(job -> orphan(job, ruling));
    }

    private static Orphan orphan(GlueJob job) {
        return new Orphan(SUBJECT + job.name(), Tombstone.since(job.arguments(), Tombstone.JOB_ARGUMENT));
    }

    private void orphan(GlueJob job, Ruling ruling) {
        if (ruling.delete().contains(SUBJECT + job.name())) {
            draft.change(new Change.DeleteJob(job, input.environment()));
        } else if (ruling.mark().contains(SUBJECT + job.name())) {
            draft.change(update(job, marked(job)));
        }
    }

    private GlueJob marked(GlueJob job) {
        return new GlueJob(
                job.name(),
                job.description(),
                job.role(),
                job.scriptLocation(),
                Parameters.with(
                        job.arguments(), Tombstone.JOB_ARGUMENT, input.now().toString()));
    }

    private Change update(GlueJob before, GlueJob after) {
        return new Change.UpdateJob(before, after, input.environment(), differences(before, after));
    }

    private static List<FieldDifference> differences(GlueJob before, GlueJob after) {
        List<FieldDifference> all = new ArrayList<>();
        all.add(new FieldDifference("description", before.description(), after.description()));
        all.add(new FieldDifference("role", before.role(), after.role()));
        all.add(new FieldDifference("scriptLocation", before.scriptLocation(), after.scriptLocation()));
        Set<String> arguments = new TreeSet<>(before.arguments().keySet());
        arguments.addAll(after.arguments().keySet());
        arguments.forEach(each -> all.add(new FieldDifference(
                "arguments." + each,
                before.arguments().get(each),
                after.arguments().get(each))));
        return all.stream().filter(FieldDifference::real).toList();
    }

    private boolean isOurs(GlueJob job) {
        return input.isOurs(owner(job));
    }

    private static Optional<String> owner(GlueJob job) {
        return Optional.ofNullable(job.arguments().get(GlueJob.OWNER_ARGUMENT));
    }
}
