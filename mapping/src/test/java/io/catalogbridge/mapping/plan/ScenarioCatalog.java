package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A catalog in words:
 *
 * <pre>
 * database sales "Sales"
 *   table orders "Orders" comment="Orders" source=SALES
 *     id bigint "Number" key=true
 *     day date
 * job load "Loads"
 * </pre>
 *
 * Objects are ours unless {@code unmarked} or {@code owner=wolf}; other {@code key=value} words are parameters of ours. A
 * catalog that {@link #written} gives is as we write it. One that {@link #found} gives bears the fingerprints and digests of
 * what was last applied; where nothing was, they prove that nobody touched the object, unless it is {@code edited}. A database
 * with {@code digest=desired} bears the digest that it should; {@code gone=INSTANT} is a tombstone.
 */
final class ScenarioCatalog {

    private static final Set<String> SETTINGS = Set.of("owner", "digest", "gone");
    private static final String NO_PROOF = "0";

    private final List<DatabaseWords> databases = new ArrayList<>();
    private final List<Words> jobs = new ArrayList<>();

    private record DatabaseWords(Words words, List<TableWords> tables) {}

    private record TableWords(Words words, List<Words> columns) {}

    ScenarioCatalog(List<String> lines) {
        lines.stream().filter(line -> !line.isBlank()).map(Words::of).forEach(this::add);
    }

    private void add(Words words) {
        switch (words.plain().get(0)) {
            case "database" -> databases.add(new DatabaseWords(words, new ArrayList<>()));
            case "table" -> last(databases).tables().add(new TableWords(words, new ArrayList<>()));
            case "job" -> jobs.add(words);
            default -> last(last(databases).tables()).columns().add(words);
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    GlueCatalog written() {
        return new GlueCatalog(databases.stream().map(ScenarioCatalog::written).toList(), raw().jobs());
    }

    private static GlueDatabase written(DatabaseWords database) {
        GlueDatabase signed = Signed.database(database(database));
        Map<TableName, TableWords> words =
                database.tables().stream().collect(Collectors.toMap(each -> name(database, each), each -> each));
        List<GlueTable> tables = signed.tables().stream()
                .map(table -> marked(
                        table, Objects.requireNonNull(words.get(table.name())).words()))
                .toList();
        return Signed.digested(signed.withTables(tables));
    }

    /** A tombstone comes after everything else, so that no fingerprint knows of it. */
    private static GlueTable marked(GlueTable table, Words words) {
        return words.value("gone")
                .map(since -> Parameters.with(table, Tombstone.PARAMETER, since))
                .orElse(table);
    }

    GlueCatalog found(GlueCatalog lastApplied, GlueCatalog desired) {
        return new GlueCatalog(
                databases.stream()
                        .map(each -> found(each, lastApplied, desired))
                        .toList(),
                raw().jobs());
    }

    /** The tables that are resource links. */
    List<TableName> links() {
        return databases.stream()
                .flatMap(database -> database.tables().stream()
                        .filter(table -> table.words().has("link"))
                        .map(table -> name(database, table)))
                .toList();
    }

    private GlueCatalog raw() {
        return new GlueCatalog(
                databases.stream().map(ScenarioCatalog::database).toList(),
                jobs.stream().map(ScenarioCatalog::job).toList());
    }

    private static GlueDatabase found(DatabaseWords database, GlueCatalog lastApplied, GlueCatalog desired) {
        GlueDatabase bare = database(database)
                .withTables(database.tables().stream()
                        .map(table -> found(database, table, lastApplied))
                        .toList());
        if (bare.owner().isEmpty()) {
            return bare;
        }
        GlueCatalog writer = database.words().value("digest").isPresent() ? desired : lastApplied;
        String digest = writer.database(bare.name())
                .flatMap(DatabaseSides::digest)
                .orElseGet(() -> database.words().has("edited") ? NO_PROOF : Fingerprints.ofDatabase(bare));
        return bare.withParameters(Parameters.with(bare.parameters(), Ownership.DIGEST, digest));
    }

    private static GlueTable found(DatabaseWords database, TableWords words, GlueCatalog lastApplied) {
        GlueTable table = table(database, words);
        if (table.owner().isEmpty()) {
            return table;
        }
        String fingerprint = lastApplied
                .table(table.name())
                .map(last -> last.parameters().getOrDefault(Ownership.FINGERPRINT, NO_PROOF))
                .orElseGet(() -> words.words().has("edited") ? NO_PROOF : Fingerprints.ofTable(table));
        return marked(Parameters.with(table, Ownership.FINGERPRINT, fingerprint), words.words());
    }

    private static GlueDatabase database(DatabaseWords database) {
        return GlueDatabase.of(
                database.words().plain().get(1),
                database.words().text(),
                parameters(database.words()),
                database.tables().stream().map(table -> table(database, table)).toList());
    }

    private static GlueTable table(DatabaseWords database, TableWords table) {
        return GlueTable.of(
                name(database, table),
                table.words().text(),
                table.columns().stream().map(ScenarioCatalog::column).toList(),
                parameters(table.words()));
    }

    private static TableName name(DatabaseWords database, TableWords table) {
        return new TableName(
                database.words().plain().get(1), table.words().plain().get(1));
    }

    private static GlueColumn column(Words words) {
        return GlueColumn.of(
                words.plain().get(0), GlueType.parse(words.plain().get(1)), words.text(), prefixed(words.values()));
    }

    private static GlueJob job(Words words) {
        Map<String, String> arguments = new TreeMap<>();
        parameters(words).forEach((key, value) -> arguments.put("--" + key, value));
        return GlueJob.of(words.plain().get(1), words.text(), "sync", "s3://scripts/none.py", arguments);
    }

    private static Map<String, String> parameters(Words words) {
        Map<String, String> parameters = prefixed(words.values());
        if (!words.has("unmarked")) {
            parameters.put(Ownership.OWNER, words.value("owner").orElse(Signed.ENVIRONMENT));
        }
        return parameters;
    }

    private static Map<String, String> prefixed(Map<String, String> values) {
        Map<String, String> parameters = new TreeMap<>();
        values.forEach((key, value) -> {
            if (!SETTINGS.contains(key)) {
                parameters.put(key.equals(Ownership.COMMENT) ? key : Ownership.PREFIX + key, value);
            }
        });
        return parameters;
    }
}
