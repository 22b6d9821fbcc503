package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.PlanInput;
import io.catalogbridge.mapping.plan.Planner;
import io.catalogbridge.mapping.plan.Planning;
import io.catalogbridge.mapping.rules.CatalogMapper;
import io.catalogbridge.mapping.rules.MappingResult;
import io.catalogbridge.server.rules.RulesInForce;
import io.catalogbridge.server.store.Plans.StoredPlan;
import io.catalogbridge.server.store.RunUnderWay;
import io.catalogbridge.server.sync.SyncException.Reason;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The two use cases of synchronisation: make a plan, apply a stored plan. Thread-safe; several engines may work on the same
 * store, where they run one after another, and on the same Glue catalog, where preconditions keep them apart.
 */
public final class SyncEngine {

    private final SyncEnvironment environment;

    public SyncEngine(SyncEnvironment environment) {
        this.environment = environment;
    }

    Clock clock() {
        return environment.clock();
    }

    /** What people decide on conflicts. */
    public ConflictBook conflicts() {
        return new ConflictBook(environment);
    }

    /**
     * Discovers, maps, reads Glue and stores a plan. Writes nothing outside our own store.
     *
     * @param verify read all tables in scope instead of trusting the databases' digests
     * @throws io.catalogbridge.connectors.spi.ConnectorException if the tenant or Glue cannot be read at all
     * @throws SyncException if the caller wants to stop; what was read until then is not kept
     */
    public Planned plan(DiscoveryScope scope, boolean verify, String actor, Progress progress) {
        CatalogSource source = environment.source().get();
        CallCounts sourceBefore = source.calls();
        CatalogSnapshot snapshot = unlessStopped(progress, () -> source.discover(scope, progress));
        CallCounts sourceCalls = source.calls().since(sourceBefore);
        RulesInForce rules = environment.rules().get();
        MappingResult mapped = CatalogMapper.map(
                snapshot, rules.rules(), environment.store().baselines().spaces(environment.name()));
        environment.store().catalog().replace(environment.name(), IndexContent.of(snapshot, mapped));
        return plan(snapshot, mapped, rules, sourceCalls, verify, actor, progress);
    }

    private Planned plan(
            CatalogSnapshot snapshot,
            MappingResult mapped,
            RulesInForce rules,
            CallCounts sourceCalls,
            boolean verify,
            String actor,
            Progress progress) {
        CatalogTarget target = environment.target().get();
        CallCounts targetBefore = target.calls();
        boolean withJobs = rules.rules().jobs().isPresent();
        TargetReading databases = unlessStopped(progress, () -> target.readDatabases(withJobs, progress));
        GlueCatalog baselines = baselines(mapped, databases, snapshot.whole());
        PlanInput listed = input(snapshot, mapped, databases, baselines);
        Collection<String> toRead = Planner.databasesToRead(listed, verify);
        TargetReading reading = unlessStopped(progress, () -> target.readTables(databases, toRead, progress));
        Planning planning = Planner.plan(input(snapshot, mapped, reading, baselines));
        Plan plan = environment.verifyAfterApply()
                ? planning.plan()
                : planning.plan().withoutVerification();
        environment.store().baselines().confirm(environment.name(), planning.confirmed());
        environment.store().baselines().forget(environment.name(), gone(baselines, toRead, reading, mapped));
        StoredPlan stored = environment.store().plans().save(plan, sourceCalls, rules.version());
        environment.store().openItems().replace(environment.name(), databases(mapped), plan);
        environment.store().conflicts().replace(environment.name(), planned(snapshot, mapped), plan);
        auditPlan(plan, actor);
        return new Planned(stored, reading, target.calls().since(targetBefore), snapshot.gaps());
    }

    /** What is read of a system while the caller wants to stop is incomplete, or fails; neither is worth keeping. */
    private static <T> T unlessStopped(Progress progress, Supplier<T> reading) {
        try {
            T read = reading.get();
            requireGoingOn(progress);
            return read;
        } catch (RuntimeException e) {
            requireGoingOn(progress);
            throw e;
        }
    }

    private static void requireGoingOn(Progress progress) {
        if (progress.cancelled()) {
            throw new SyncException(Reason.CANCELLED, "planning was stopped; there is no new plan", "plan again");
        }
    }

    /** The databases that a plan was made for; empty if for everything there is. */
    private static Optional<Set<String>> planned(CatalogSnapshot snapshot, MappingResult mapped) {
        return snapshot.whole() && snapshot.complete()
                ? Optional.empty()
                : Optional.of(mapped.catalog().databases().stream()
                        .map(GlueDatabase::name)
                        .collect(Collectors.toSet()));
    }

    /** Tables that we remember, that nobody wants any more, and that a database does not hold although it was read. */
    private static List<TableName> gone(
            GlueCatalog lastApplied, Collection<String> read, TargetReading reading, MappingResult mapped) {
        GlueCatalog current = reading.observation().catalog();
        return lastApplied
                .tables()
                .map(GlueTable::name)
                .filter(name -> read.contains(name.database()))
                .filter(name -> current.table(name).isEmpty()
                        && mapped.catalog().table(name).isEmpty())
                .toList();
    }

    /** What we remember of the databases that should be there and, if all are in scope, of those of ours that are there. */
    private GlueCatalog baselines(MappingResult mapped, TargetReading databases, boolean whole) {
        Set<String> names = databases(mapped);
        databases.observation().catalog().databases().stream()
                .filter(database -> whole
                        && database.owner().filter(environment.name()::equals).isPresent())
                .map(GlueDatabase::name)
                .forEach(names::add);
        return environment.store().baselines().load(environment.name(), names);
    }

    private static Set<String> databases(MappingResult mapped) {
        return new TreeSet<>(mapped.databases().values());
    }

    private PlanInput input(
            CatalogSnapshot snapshot, MappingResult mapped, TargetReading reading, GlueCatalog lastApplied) {
        PlanInput input = new PlanInput(
                environment.name(),
                mapped.catalog(),
                mapped.findings(),
                snapshot.gaps(),
                snapshot.whole(),
                reading.observation(),
                lastApplied,
                environment.policy(),
                environment.clock().instant());
        return input.withDecisions(environment.store().conflicts().decisions(environment.name()));
    }

    private void auditPlan(Plan plan, String actor) {
        environment
                .store()
                .audit()
                .append(actor, "plan", environment.name(), plan.id(), plan.digest(), "stored", counts(plan));
    }

    private static String counts(Plan plan) {
        Plan.Summary summary = plan.summary();
        return summary.create() + " to create, " + summary.update() + " to update, " + summary.delete() + " to delete, "
                + summary.conflicts() + " conflicts";
    }

    /**
     * Applies a stored plan: reads the touched databases again, checks every precondition, writes, verifies, records. The run
     * is in the store from its beginning; it stops at the next safe point once the progress says so or somebody else asks.
     *
     * @throws SyncException if there is no such plan here, the environment is read-only, or another run is under way
     * @throws io.catalogbridge.connectors.spi.ConnectorException if Glue cannot be read
     */
    public ApplyResult apply(String planId, String actor, Progress progress) {
        return begin(planId, actor).execute(progress, () -> {});
    }

    /** Applies a plan that was just made, on the reading it was made from. */
    public ApplyResult apply(Planned planned, String actor, Progress progress) {
        return begin(planned.plan(), actor, Optional.of(planned.reading())).execute(progress, () -> {});
    }

    /** Opens the run of a stored plan, which is then to be executed. */
    SyncRun begin(String planId, String actor) {
        StoredPlan stored = environment
                .store()
                .plans()
                .find(planId)
                .orElseThrow(() -> new SyncException(
                        "there is no plan " + planId, "make one with 'plan'; its id is the first thing printed"));
        return begin(stored.plan(), actor, Optional.empty());
    }

    private SyncRun begin(Plan plan, String actor, Optional<TargetReading> reading) {
        requireApplicable(plan);
        try {
            String id = environment.store().runs().begin(environment.name(), plan.id(), actor);
            return new SyncRun(environment, id, plan, actor, reading);
        } catch (RunUnderWay busy) {
            throw new SyncException(
                    Reason.CONFLICT,
                    "run " + busy.run().id() + " of " + busy.run().actor() + " is under way in environment "
                            + environment.name() + " since " + busy.run().startedAt(),
                    "wait until it has ended ('status' shows how far it is)");
        }
    }

    private void requireApplicable(Plan plan) {
        if (!plan.environment().equals(environment.name())) {
            throw new SyncException(
                    "plan " + plan.id() + " was made for environment " + plan.environment() + ", not for "
                            + environment.name(),
                    "apply it with --env " + plan.environment());
        }
        if (environment.readOnly()) {
            throw new SyncException(
                    "environment " + environment.name() + " is read-only", "set sync.readOnly to false to write");
        }
    }
}
