package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Job;

/**
 * A reading with the residue of everything read, found by name at once.
 *
 * @param databases as Glue told them, by name
 * @param jobs      as Glue told them, by name
 */
record GlueReading(
        GlueObservation observation,
        Map<String, Database> databases,
        Map<TableName, TableRead> tables,
        Map<String, Job> jobs)
        implements TargetReading {

    GlueReading {
        databases = Map.copyOf(databases);
        tables = Map.copyOf(tables);
        jobs = Map.copyOf(jobs);
    }

    /** What is listed twice, because the catalog changed between two pages, counts as it was told last. */
    static GlueReading of(List<Database> listed, Optional<List<Job>> jobsListed) {
        Map<String, Database> databases = new TreeMap<>();
        listed.forEach(database -> databases.put(database.name().toLowerCase(Locale.ROOT), database));
        Map<String, Job> jobs = new TreeMap<>();
        jobsListed.ifPresent(known -> known.forEach(job -> jobs.put(job.name(), job)));
        GlueCatalog catalog = new GlueCatalog(
                databases.values().stream().map(GlueConverter::fromDatabase).toList(),
                jobs.values().stream().map(GlueConverter::fromJob).toList());
        return new GlueReading(
                GlueObservation.of(catalog, Map.of(), Set.of(), jobsListed.isPresent()), databases, Map.of(), jobs);
    }

    Optional<TableRead> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    Optional<Database> database(String name) {
        return Optional.ofNullable(databases.get(name));
    }

    Optional<Job> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** The same with these databases read, or read again. */
    GlueReading with(Collection<DatabaseTables> read) {
        Map<String, DatabaseTables> byName =
                read.stream().collect(Collectors.toMap(DatabaseTables::database, each -> each));
        Map<TableName, TableRead> all = new HashMap<>(tables);
        all.keySet().removeIf(table -> byName.containsKey(table.database()));
        read.forEach(each -> each.tables().forEach(table -> all.put(table.name(), table)));
        Map<TableName, TableFacts> facts = new HashMap<>();
        all.forEach((name, table) -> facts.put(name, table.facts()));
        Set<String> tablesRead = new HashSet<>(observation.tablesRead());
        tablesRead.addAll(byName.keySet());
        GlueObservation seen = GlueObservation.of(catalogWith(byName), facts, tablesRead, observation.jobsRead());
        return new GlueReading(seen, databases, all, jobs);
    }

    private GlueCatalog catalogWith(Map<String, DatabaseTables> read) {
        GlueCatalog before = observation.catalog();
        List<GlueDatabase> after = before.databases().stream()
                .map(database -> with(database, Optional.ofNullable(read.get(database.name()))))
                .toList();
        return new GlueCatalog(after, before.jobs());
    }

    private static GlueDatabase with(GlueDatabase database, Optional<DatabaseTables> read) {
        return read.map(DatabaseTables::tables)
                .map(tables -> database.withTables(
                        tables.stream().map(TableRead::managed).toList()))
                .orElse(database);
    }

    /** All tables of one database. */
    record DatabaseTables(String database, List<TableRead> tables) {
        DatabaseTables {
            tables = List.copyOf(tables);
        }
    }

    /** One table, taken apart into what is ours, what a write must respect, and the rest. */
    record TableRead(GlueTable managed, TableFacts facts, TableResidue residue) {

        TableName name() {
            return managed.name();
        }
    }
}
