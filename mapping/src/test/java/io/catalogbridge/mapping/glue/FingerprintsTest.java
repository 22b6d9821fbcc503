package io.catalogbridge.mapping.glue;

import io.catalogbridge.mapping.glue.GlueType.Primitive;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintsTest {

    private static final TableName ORDERS = new TableName("sales", "orders");
    private static final GlueColumn ID = GlueColumn.of("id", Primitive.INT, "key", Map.of("catalogbridge.key", "1"));
    private static final GlueTable TABLE =
            GlueTable.of(ORDERS, "Orders", List.of(ID), Map.of("catalogbridge.owner", "dog", "comment", "Orders"));

    static Stream<GlueTable> tablesThatDiffer() {
        Map<String, String> parameters = TABLE.parameters();
        return Stream.of(
                GlueTable.of(new TableName("sales", "order"), "Orders", List.of(ID), parameters),
                GlueTable.of(new TableName("sale", "sorders"), "Orders", List.of(ID), parameters),
                GlueTable.of(ORDERS, "Order", List.of(ID), parameters),
                GlueTable.of(ORDERS, "Orders", List.of(), parameters),
                GlueTable.of(ORDERS, "Orders", List.of(ID, ID), parameters),
                GlueTable.of(ORDERS, "Orders", List.of(ID), Map.of("catalogbridge.owner", "dog")),
                GlueTable.of(ORDERS, "Orders", List.of(ID.withComment("")), parameters),
                withColumn(GlueColumn.of("id", Primitive.BIGINT, "key", ID.parameters())),
                withColumn(GlueColumn.of("ids", Primitive.INT, "key", ID.parameters())),
                withColumn(GlueColumn.of("id", Primitive.INT, "key", Map.of("catalogbridge.key", "2"))));
    }

    @ParameterizedTest
    @MethodSource("tablesThatDiffer")
    void changesWithEverythingManaged(GlueTable other) {
        assertThat(Fingerprints.ofTable(other)).isNotEqualTo(Fingerprints.ofTable(TABLE));
    }

    @Test
    void doesNotCountItselfNorParametersOfOthers() {
        GlueTable marked = GlueTable.of(
                ORDERS,
                "Orders",
                List.of(ID),
                Map.of(
                        "catalogbridge.owner",
                        "dog",
                        "comment",
                        "Orders",
                        Ownership.FINGERPRINT,
                        "abc",
                        "classification",
                        "parquet"));

        assertThat(Fingerprints.ofTable(marked)).isEqualTo(Fingerprints.ofTable(TABLE));
    }

    @Test
    void isTheSameOnEveryMachine() {
        GlueTable table = GlueTable.of(ORDERS, "Bestellungen äöü 😀", List.of(ID), Map.of());

        assertThat(Fingerprints.ofTable(table))
                .isEqualTo("6a87bd7fbe036f342be68f7a9e42d7c5cd9447c2791886a1889456158136ed61");
    }

    @Test
    void digestFollowsFingerprintsAndHeaderOnly() {
        GlueDatabase desired = database("dog", fingerprinted("orders", "f1"), fingerprinted("items", "f2"));
        GlueTable bare = GlueTable.of(ORDERS, "edited by hand", List.of(), parameters("f1"));
        GlueDatabase found = database("dog", fingerprinted("items", "f2"), bare);

        assertThat(Fingerprints.ofDatabase(found)).isEqualTo(Fingerprints.ofDatabase(desired));
    }

    @Test
    void digestLeavesOutTablesOfOthers() {
        GlueDatabase desired = database("dog", fingerprinted("orders", "f1"));
        GlueTable foreign = GlueTable.of(new TableName("sales", "logs"), "", List.of(), Map.of());

        assertThat(Fingerprints.ofDatabase(database("dog", fingerprinted("orders", "f1"), foreign)))
                .isEqualTo(Fingerprints.ofDatabase(desired));
    }

    @Test
    void digestChangesWithTablesFingerprintsAndHeader() {
        GlueDatabase desired = database("dog", fingerprinted("orders", "f1"));
        String digest = Fingerprints.ofDatabase(desired);

        assertThat(Stream.of(
                                database("dog"),
                                database("dog", fingerprinted("orders", "f2")),
                                database("dog", fingerprinted("order", "f1")),
                                desired.withParameters(Map.of(Ownership.OWNER, "dog", "catalogbridge.version", "2")))
                        .map(Fingerprints::ofDatabase))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void digestDoesNotCountItself() {
        GlueDatabase desired = database("dog", fingerprinted("orders", "f1"));
        GlueDatabase marked = desired.withParameters(Map.of(Ownership.OWNER, "dog", Ownership.DIGEST, "old"));

        assertThat(Fingerprints.ofDatabase(marked)).isEqualTo(Fingerprints.ofDatabase(desired));
    }

    private static GlueTable withColumn(GlueColumn column) {
        return GlueTable.of(ORDERS, "Orders", List.of(column), TABLE.parameters());
    }

    private static GlueDatabase database(String owner, GlueTable... tables) {
        return GlueDatabase.of("sales", "Sales", Map.of(Ownership.OWNER, owner), List.of(tables));
    }

    private static GlueTable fingerprinted(String name, String fingerprint) {
        return GlueTable.of(new TableName("sales", name), "", List.of(ID), parameters(fingerprint));
    }

    private static Map<String, String> parameters(String fingerprint) {
        return Map.of(Ownership.OWNER, "dog", Ownership.FINGERPRINT, fingerprint);
    }
}
