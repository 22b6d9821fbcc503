package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Glue will hold once a plan is applied, worked out in memory: for dry runs and for the laws of planning. */
public final class PlanSimulation {

    private PlanSimulation() {}

    /** Applies a plan to the reading that it was made from; versions count up as Glue counts them. */
    public static GlueObservation apply(Plan plan, GlueObservation current) {
        State state = new State(current);
        plan.changes().forEach(change -> change.match(state));
        return state.observation();
    }

    private static final class State implements Change.Cases<State> {

        private final Map<String, GlueDatabase> databases = new TreeMap<>();
        private final Map<TableName, GlueTable> tables = new TreeMap<>();
        private final Map<String, GlueJob> jobs = new TreeMap<>();
        private final Map<TableName, TableFacts> facts;
        private final Set<String> tablesRead;
        private final boolean jobsRead;

        State(GlueObservation start) {
            start.catalog().databases().forEach(database -> databases.put(database.name(), database.bare()));
            start.catalog().tables().forEach(table -> tables.put(table.name(), table));
            start.catalog().jobs().forEach(job -> jobs.put(job.name(), job));
            facts = new TreeMap<>(start.facts());
            tablesRead = new TreeSet<>(start.tablesRead());
            jobsRead = start.jobsRead();
        }

        GlueObservation observation() {
            Map<String, List<GlueTable>> byDatabase = new HashMap<>();
            tables.values()
                    .forEach(table -> byDatabase
                            .computeIfAbsent(table.name().database(), name -> new ArrayList<>())
                            .add(table));
            List<GlueDatabase> full = databases.values().stream()
                    .map(database -> database.withTables(byDatabase.getOrDefault(database.name(), List.of())))
                    .toList();
            return GlueObservation.of(new GlueCatalog(full, List.copyOf(jobs.values())), facts, tablesRead, jobsRead);
        }

        @Override
        public State createDatabase(Change.CreateDatabase change) {
            databases.put(change.database(), change.after());
            tablesRead.add(change.database());
            return this;
        }

        @Override
        public State updateDatabase(Change.UpdateDatabase change) {
            databases.put(change.database(), change.after());
            return this;
        }

        @Override
        public State createTable(Change.CreateTable change) {
            return put(change.after(), "0");
        }

        @Override
        public State updateTable(Change.UpdateTable change) {
            return put(change.after(), next(change.versionId()));
        }

        @Override
        public State deleteTable(Change.DeleteTable change) {
            facts.remove(change.before().name());
            tables.remove(change.before().name());
            return this;
        }

        @Override
        public State createJob(Change.CreateJob change) {
            jobs.put(change.after().name(), change.after());
            return this;
        }

        @Override
        public State updateJob(Change.UpdateJob change) {
            jobs.put(change.after().name(), change.after());
            return this;
        }

        @Override
        public State deleteJob(Change.DeleteJob change) {
            jobs.remove(change.before().name());
            return this;
        }

        private State put(GlueTable table, String version) {
            tables.put(table.name(), table);
            facts.put(table.name(), new TableFacts(version, false));
            return this;
        }

        /** Glue counts from 0; other catalogs may have versions that do not count. */
        private static String next(String version) {
            try {
                return Long.toString(Long.parseLong(version) + 1);
            } catch (NumberFormatException e) {
                return version + "'";
            }
        }
    }
}
