package io.catalogbridge.connectors.testing;

import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Precondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small databases, tables and changes as a plan for the environment {@value #OWNER} would hold them. */
public final class GlueExamples {

    public static final String OWNER = "dog";

    private GlueExamples() {}

    public static GlueDatabase database(String name) {
        return GlueDatabase.of(name, "Sales of all regions", Map.of(Ownership.OWNER, OWNER), List.of());
    }

    /** A table of ours with two columns. */
    public static GlueTable table(String database, String name) {
        return table(database, name, "Orders, one per row");
    }

    public static GlueTable table(String database, String name, String description) {
        GlueTable table = GlueTable.of(
                new TableName(database, name),
                description,
                List.of(
                        GlueColumn.of(
                                "order_id",
                                GlueType.Primitive.BIGINT,
                                "Order",
                                Map.of(Ownership.PREFIX + "key", "true")),
                        GlueColumn.of("net_amount", new GlueType.Decimal(15, 2), "Net amount in Euro", Map.of())),
                Map.of(Ownership.OWNER, OWNER, Ownership.COMMENT, description));
        Map<String, String> parameters = new TreeMap<>(table.parameters());
        parameters.put(Ownership.FINGERPRINT, Fingerprints.ofTable(table));
        return GlueTable.of(table.name(), table.description(), table.columns(), parameters);
    }

    public static GlueJob job(String name, String description) {
        return GlueJob.of(
                name,
                description,
                "arn:aws:iam::123456789012:role/flows",
                "s3://scripts/" + name + ".py",
                Map.of(GlueJob.OWNER_ARGUMENT, OWNER));
    }

    /** A database for each name, then the given number of tables in each of them, in waves that may run one after another. */
    public static List<List<Change>> creationOf(List<String> databases, int tablesEach) {
        List<Change> tables = new ArrayList<>();
        databases.forEach(database -> IntStream.range(0, tablesEach)
                .mapToObj(number -> table(database, "table_" + number))
                .map(Change.CreateTable::new)
                .forEach(tables::add));
        return List.of(
                databases.stream()
                        .<Change>map(name -> new Change.CreateDatabase(database(name)))
                        .toList(),
                tables);
    }

    /** The table as read gets another description. */
    public static Change.UpdateTable described(GlueTable before, String versionId, String description) {
        GlueTable after = table(before.name().database(), before.name().table(), description);
        return new Change.UpdateTable(
                before,
                after,
                after,
                versionId,
                List.of(),
                List.of(new Precondition.VersionIs(versionId), new Precondition.OwnedBy(OWNER)));
    }

    public static Change.DeleteTable deleted(GlueTable before, String versionId) {
        return new Change.DeleteTable(before, versionId, OWNER);
    }

    public static GlueTable find(GlueCatalog catalog, String database, String table) {
        return catalog.table(new TableName(database, table)).orElseThrow();
    }
}
