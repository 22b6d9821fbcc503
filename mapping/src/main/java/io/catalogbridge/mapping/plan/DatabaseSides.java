package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One database in scope, from all sides.
 *
 * @param desired  what should be; after a reading with gaps, with what is kept since it may only not have been read
 * @param vanished whether its space is gone; what should be is then the database as it is, without tables
 * @param kept     what is kept in that way
 */
record DatabaseSides(
        GlueDatabase desired,
        Optional<GlueDatabase> current,
        Optional<GlueDatabase> last,
        boolean vanished,
        List<Skipped> kept) {

    String name() {
        return desired.name();
    }

    /** All databases in scope; those that are no longer desired only if everything was read and they are ours. */
    static List<DatabaseSides> of(PlanInput input) {
        Map<String, GlueDatabase> current = byName(input.current().catalog());
        Map<String, GlueDatabase> last = byName(input.lastApplied());
        Map<String, GlueDatabase> desired = byName(input.desired());
        List<DatabaseSides> all = new ArrayList<>();
        for (GlueDatabase each : input.desired().databases()) {
            Optional<GlueDatabase> there = find(current, each.name());
            Retention.Retained retained = Retention.of(input, each, there);
            all.add(new DatabaseSides(retained.desired(), there, find(last, each.name()), false, retained.skipped()));
        }
        for (GlueDatabase each : input.current().catalog().databases()) {
            boolean vanished = !desired.containsKey(each.name()) && input.isOurs(each.owner());
            if (vanished && input.provesAbsence()) {
                all.add(new DatabaseSides(emptied(each), Optional.of(each), find(last, each.name()), true, List.of()));
            }
        }
        return all;
    }

    private static Map<String, GlueDatabase> byName(GlueCatalog catalog) {
        return catalog.databases().stream().collect(Collectors.toMap(GlueDatabase::name, Function.identity()));
    }

    private static Optional<GlueDatabase> find(Map<String, GlueDatabase> databases, String name) {
        return Optional.ofNullable(databases.get(name));
    }

    private static GlueDatabase emptied(GlueDatabase database) {
        GlueDatabase bare = database.bare();
        return bare.withParameters(Parameters.with(bare.parameters(), Ownership.DIGEST, Fingerprints.ofDatabase(bare)));
    }

    /** Whether the digest, and what we remember, say that all tables are as they should be. */
    boolean settled() {
        Optional<String> wanted = digest(desired);
        return wanted.isPresent() && wanted.equals(current.flatMap(DatabaseSides::digest)) && remembered();
    }

    static Optional<String> digest(GlueDatabase database) {
        return Optional.ofNullable(database.parameters().get(Ownership.DIGEST));
    }

    /** Guards against a digest from before a run that ended half-way, when the source has since gone back. */
    private boolean remembered() {
        Map<TableName, String> wanted =
                desired.tables().stream().collect(Collectors.toMap(GlueTable::name, DatabaseSides::fingerprint));
        return last.stream()
                .flatMap(database -> database.tables().stream())
                .allMatch(table ->
                        Objects.equals(wanted.getOrDefault(table.name(), fingerprint(table)), fingerprint(table)));
    }

    private static String fingerprint(GlueTable table) {
        return table.parameters().getOrDefault(Ownership.FINGERPRINT, "");
    }
}
