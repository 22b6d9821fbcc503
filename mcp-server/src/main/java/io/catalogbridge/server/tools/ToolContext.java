package io.catalogbridge.server.tools;

import io.catalogbridge.server.doctor.Check;
import io.catalogbridge.server.doctor.Diagnosis;
import io.catalogbridge.server.rules.RuleBook;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.sync.JobQueue;
import io.catalogbridge.server.sync.SyncEngine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What tools work with. Store, engine and jobs are opened when a tool first asks for them, so that a server can introduce itself
 * before.
 *
 * @param environment name of the environment
 * @param openJobs    runs in the background
 * @param rules       the versions of the mapping rules
 * @param planning    how plans are made unless a caller says otherwise
 * @param permission  what callers may do to the target
 * @param examination looks at the systems themselves
 * @param patience    how long callers wait for a run that goes on in the background
 */
public record ToolContext(
        String environment,
        Supplier<Store> openStore,
        Supplier<SyncEngine> openEngine,
        Supplier<JobQueue> openJobs,
        RuleBook rules,
        PlanDefaults planning,
        WritePermission permission,
        LiveExamination examination,
        Patience patience) {

    /** Callers wait as long as clients usually do. */
    public ToolContext(
            String environment,
            Supplier<Store> openStore,
            Supplier<SyncEngine> openEngine,
            Supplier<JobQueue> openJobs,
            RuleBook rules,
            PlanDefaults planning,
            WritePermission permission,
            LiveExamination examination) {
        this(environment, openStore, openEngine, openJobs, rules, planning, permission, examination, Patience.ORDINARY);
    }

    /** Looks at configuration, store and both systems; may take a while. */
    @FunctionalInterface
    public interface LiveExamination {

        /**
         * Changes nothing and never fails: what cannot be looked at is a failed check.
         *
         * @param listener told of each check as soon as it is known
         */
        Diagnosis examine(Consumer<Check> listener);
    }

    /**
     * How plans are made unless a caller says otherwise.
     *
     * @param spaces the spaces discovery is limited to; empty for all
     * @param verify whether all tables are read, rather than those whose digest differs
     */
    public record PlanDefaults(List<String> spaces, boolean verify) {
        public PlanDefaults {
            spaces = List.copyOf(spaces);
        }
    }

    /** Whether the target may be written to through tools. */
    public enum WritePermission {
        /** The environment is read-only. */
        NEVER,
        /** A person must apply plans at the command line. */
        BY_PERSON,
        ALLOWED
    }

    public Store store() {
        return openStore.get();
    }

    public SyncEngine engine() {
        return openEngine.get();
    }

    JobQueue jobs() {
        return openJobs.get();
    }
}
