package io.catalogbridge.mapping.glue;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a reading of Glue found: the managed part of everything read, whoever made it, and the facts that a later write
 * depends on.
 *
 * @param catalog    all databases listed; tables only for the databases in {@code tablesRead}
 * @param facts      for every table read, what a write must respect
 * @param tablesRead the databases whose tables were read; for the others absence of tables proves nothing
 * @param jobsRead   whether jobs were read
 */
public record GlueObservation(
        GlueCatalog catalog, SortedMap<TableName, TableFacts> facts, SortedSet<String> tablesRead, boolean jobsRead) {

    public static final GlueObservation EMPTY = GlueObservation.of(GlueCatalog.EMPTY, Map.of(), Set.of(), true);

    public GlueObservation {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        tablesRead = Collections.unmodifiableSortedSet(new TreeSet<>(tablesRead));
    }

    public static GlueObservation of(
            GlueCatalog catalog, Map<TableName, TableFacts> facts, Set<String> tablesRead, boolean jobsRead) {
        return new GlueObservation(catalog, new TreeMap<>(facts), new TreeSet<>(tablesRead), jobsRead);
    }

    public Optional<TableFacts> facts(TableName table) {
        return Optional.ofNullable(facts.get(table));
    }

    /**
     * What a write must respect.
     *
     * @param versionId    the version read, sent with an update so that a concurrent change is refused
     * @param resourceLink true for a link to a table elsewhere, which must never be overwritten by a table
     */
    public record TableFacts(String versionId, boolean resourceLink) {}
}
