package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.GlueType.Primitive;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Small catalogs whose names and texts often coincide, so that two of them have much to disagree about. */
public final class Catalogs extends DomainContextBase {

    @Provide
    Arbitrary<GlueCatalog> signed() {
        return Combinators.combine(databases(), jobs()).as(GlueCatalog::new).map(Signed::catalog);
    }

    @Provide
    Arbitrary<PlanPolicy> policy() {
        Arbitrary<PlanPolicy.FieldStrategies> fields = Combinators.combine(
                        strategy(), strategy(), strategy(), strategy())
                .as(PlanPolicy.FieldStrategies::new);
        return fields.map(each -> new PlanPolicy(true, 1, Duration.ZERO, 1_000_000, each));
    }

    private static Arbitrary<PlanPolicy.Strategy> strategy() {
        return Arbitraries.of(PlanPolicy.Strategy.class);
    }

    private static Arbitrary<List<GlueDatabase>> databases() {
        return Arbitraries.subsetOf("alpha", "beta")
                .flatMap(names -> Combinators.combine(
                                names.stream().map(Catalogs::database).toList())
                        .as(list -> list));
    }

    private static Arbitrary<GlueDatabase> database(String name) {
        Arbitrary<List<GlueTable>> tables = Arbitraries.subsetOf("orders", "items", "prices", "stores")
                .flatMap(names -> Combinators.combine(
                                names.stream().map(table -> table(name, table)).toList())
                        .as(list -> list));
        return Combinators.combine(text(), parameters(), tables)
                .as((text, parameters, list) -> GlueDatabase.of(name, text, parameters, list));
    }

    private static Arbitrary<GlueTable> table(String database, String name) {
        return Combinators.combine(text(), columns(), parameters())
                .as((text, columns, parameters) ->
                        GlueTable.of(new TableName(database, name), text, columns, parameters));
    }

    private static Arbitrary<List<GlueColumn>> columns() {
        return Arbitraries.of("id", "net", "gross", "day", "note")
                .list()
                .uniqueElements()
                .ofMaxSize(5)
                .flatMap(names -> Combinators.combine(
                                names.stream().map(Catalogs::column).toList())
                        .as(list -> list));
    }

    private static Arbitrary<GlueColumn> column(String name) {
        Arbitrary<GlueType> types = Arbitraries.of(Primitive.INT, Primitive.STRING, new GlueType.Decimal(15, 2));
        return Combinators.combine(types, text(), parameters())
                .as((type, text, parameters) -> GlueColumn.of(name, type, text, parameters));
    }

    private static Arbitrary<Map<String, String>> parameters() {
        return Arbitraries.maps(
                        Arbitraries.of(Ownership.PREFIX + "label", Ownership.PREFIX + "key", Ownership.COMMENT), text())
                .ofMaxSize(2);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of("", "Net revenue", "Umsatz, netto", "per day");
    }

    private static Arbitrary<List<GlueJob>> jobs() {
        return Arbitraries.subsetOf("load", "refresh")
                .flatMap(names -> Combinators.combine(
                                names.stream().map(Catalogs::job).toList())
                        .as(list -> list));
    }

    private static Arbitrary<GlueJob> job(String name) {
        return text().map(text -> GlueJob.of(
                name, text, "role", "s3://scripts/none.py", Map.of(GlueJob.OWNER_ARGUMENT, Signed.ENVIRONMENT)));
    }
}
