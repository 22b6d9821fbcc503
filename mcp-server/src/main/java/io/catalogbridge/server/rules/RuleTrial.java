package io.catalogbridge.server.rules;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.rules.CatalogMapper;
import io.catalogbridge.mapping.rules.Exclusions;
import io.catalogbridge.mapping.rules.MappingResult;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.store.CatalogIndex.SnapshotFacts;
import io.catalogbridge.server.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would make of the assets that are known; nothing is changed. Made by mapping the assets of the last discovery
 * with both sets of rules, so that it says what the next plan would find if the tenant stayed as it was.
 */
public final class RuleTrial {

    private final Optional<SnapshotFacts> basis;
    private final CatalogSnapshot known;
    private final MappingRules rules;
    private final MappingResult before;
    private final MappingResult after;
    private final Set<String> written;

    private RuleTrial(
            Optional<SnapshotFacts> basis,
            CatalogSnapshot known,
            MappingRules current,
            MappingRules proposed,
            Map<String, String> held,
            Set<String> written) {
        this.basis = basis;
        this.known = known;
        this.rules = proposed;
        this.before = CatalogMapper.map(known, current, held);
        this.after = CatalogMapper.map(known, proposed, held);
        this.written = written;
    }

    /** Tries rules on what is known of an environment. */
    public static RuleTrial of(Store store, String environment, MappingRules current, MappingRules proposed) {
        boolean withColumns = current.comments() != proposed.comments();
        return new RuleTrial(
                store.catalog().facts(environment),
                KnownAssets.read(store.catalog(), environment, withColumns),
                current,
                proposed,
                store.baselines().spaces(environment),
                store.written().subjects(environment));
    }

    /** How a thing comes out differently. */
    public enum Kind {
        /** It gets a place in Glue. */
        ADDED,
        /** It loses its place in Glue. */
        REMOVED,
        /** It is called differently, or is in another database. */
        MOVED,
        /** Its columns have other comments. */
        COMMENTED
    }

    /**
     * One thing that comes out differently.
     *
     * @param id     identifier of a space, an asset, or a column for {@link Kind#COMMENTED}
     * @param before its place in Glue, or its comment; empty if there is none
     */
    public record Difference(Kind kind, String id, String before, String after) {}

    /** The discovery that this is based on; empty if nothing was discovered yet, and nothing can be said. */
    public Optional<SnapshotFacts> basis() {
        return basis;
    }

    /** How many assets are known. */
    public int assets() {
        return known.assets().size();
    }

    /** Spaces whose database comes out differently. */
    public List<Difference> databases() {
        return differences(named(before.databases()), named(after.databases()));
    }

    private static SortedMap<String, String> named(SortedMap<String, String> databases) {
        SortedMap<String, String> named = new TreeMap<>();
        databases.forEach((space, database) -> named.put(AssetId.SCHEME + space, TableName.SCHEME + database));
        return named;
    }

    /** Datasets whose table comes out under another name, or is or is not there. */
    public List<Difference> tables() {
        return differences(texts(before.tables()), texts(after.tables()));
    }

    /** Flows and task chains that are described elsewhere, or are or are not described. */
    public List<Difference> processes() {
        return differences(texts(before.processes()), texts(after.processes()));
    }

    private static SortedMap<String, String> texts(SortedMap<AssetId, ?> places) {
        SortedMap<String, String> texts = new TreeMap<>();
        places.forEach((asset, place) -> texts.put(asset.text(), place.toString()));
        return texts;
    }

    private static List<Difference> differences(SortedMap<String, String> before, SortedMap<String, String> after) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .flatMap(id -> difference(id, before.getOrDefault(id, ""), after.getOrDefault(id, "")).stream())
                .toList();
    }

    private static Optional<Difference> difference(String id, String before, String after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        Kind moved = before.isEmpty() ? Kind.ADDED : Kind.MOVED;
        return Optional.of(new Difference(after.isEmpty() ? Kind.REMOVED : moved, id, before, after));
    }

    /** Columns that keep their table and get another comment. */
    public List<Difference> comments() {
        Map<TableName, GlueTable> tables = new HashMap<>();
        after.catalog().tables().forEach(table -> tables.put(table.name(), table));
        List<Difference> differences = new ArrayList<>();
        before.catalog().tables().forEach(table -> compare(table, tables.get(table.name()), differences));
        return differences;
    }

    private static void compare(GlueTable before, @Nullable GlueTable after, List<Difference> differences) {
        if (after == null) {
            return;
        }
        for (GlueColumn column : before.columns()) {
            String comment =
                    after.column(column.name()).map(GlueColumn::comment).orElse(column.comment());
            if (!comment.equals(column.comment())) {
                String id = before.name().text() + "#" + column.name();
                differences.add(new Difference(Kind.COMMENTED, id, column.comment(), comment));
            }
        }
    }

    /** Tables that we wrote to Glue and that the rules would no longer want under their name: later plans delete them. */
    public long unwantedTables() {
        return unwanted(names(before.tables().values()), names(after.tables().values()));
    }

    /** Databases that we wrote to Glue and that the rules would no longer want. */
    public long unwantedDatabases() {
        return unwanted(
                Set.copyOf(named(before.databases()).values()),
                Set.copyOf(named(after.databases()).values()));
    }

    private static Set<String> names(Collection<TableName> tables) {
        return tables.stream().map(TableName::text).collect(Collectors.toSet());
    }

    private long unwanted(Set<String> wanted, Set<String> stillWanted) {
        Set<String> unwanted = new HashSet<>(wanted);
        unwanted.removeAll(stillWanted);
        return unwanted.stream().filter(written::contains).count();
    }

    /** Things that would have to share a name, and so get another, only under these rules. */
    public List<Finding> collisions() {
        Set<Finding> known = Set.copyOf(before.findings());
        return after.findings().stream()
                .filter(finding -> finding.code().equals("name-collision") && !known.contains(finding))
                .toList();
    }

    /** Patterns that leave out nothing that is known; a slip, perhaps. */
    public List<String> idlePatterns() {
        return rules.exclusions().patterns().stream().filter(this::isIdle).toList();
    }

    private boolean isIdle(String pattern) {
        Exclusions alone = new Exclusions(List.of(pattern));
        return Stream.concat(
                        known.spaces().stream().map(space -> alone.ofSpace(space.name())),
                        known.assets().stream().map(asset -> alone.ofAsset(asset.id())))
                .allMatch(Optional::isEmpty);
    }
}
