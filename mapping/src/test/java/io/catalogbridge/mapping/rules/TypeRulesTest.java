package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.DataType.Structure.Field;
import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.glue.GlueType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypeRulesTest {

    private final TypeRules types = new TypeRules();

    static Stream<Arguments> exactTypes() {
        return Stream.of(
                Arguments.of(new DataType.Text(10), "cds.String(10)", "varchar(10)"),
                Arguments.of(new DataType.Text(65_535), "cds.String(65535)", "varchar(65535)"),
                Arguments.of(new DataType.Text(65_536), "cds.String(65536)", "string"),
                Arguments.of(new DataType.Text(0), "cds.String", "string"),
                Arguments.of(new DataType.LargeText(), "cds.LargeString", "string"),
                Arguments.of(new DataType.Whole(8), "cds.hana.TINYINT", "smallint"),
                Arguments.of(new DataType.Whole(16), "cds.hana.SMALLINT", "smallint"),
                Arguments.of(new DataType.Whole(32), "cds.Integer", "int"),
                Arguments.of(new DataType.Whole(64), "cds.Integer64", "bigint"),
                Arguments.of(new DataType.Decimal(15, 2), "cds.Decimal(15,2)", "decimal(15,2)"),
                Arguments.of(new DataType.Floating(32), "cds.hana.REAL", "float"),
                Arguments.of(new DataType.Floating(64), "cds.Double", "double"),
                Arguments.of(new DataType.Bool(), "cds.Boolean", "boolean"),
                Arguments.of(new DataType.Date(), "cds.Date", "date"),
                Arguments.of(new DataType.DateTime(), "cds.DateTime", "timestamp"),
                Arguments.of(new DataType.Timestamp(), "cds.Timestamp", "timestamp"),
                Arguments.of(new DataType.Binary(16), "cds.Binary(16)", "binary"),
                Arguments.of(new DataType.LargeBinary(), "cds.LargeBinary", "binary"),
                Arguments.of(new DataType.Uuid(), "cds.UUID", "varchar(36)"),
                Arguments.of(new DataType.ListOf(new DataType.Date()), "array of cds.Date", "array<date>"),
                Arguments.of(
                        new DataType.Structure(List.of(
                                new Field("Name", new DataType.Text(5)), new Field("Größe", new DataType.Whole(32)))),
                        "struct { Name: cds.String(5), Größe: cds.Integer }",
                        "struct<name:varchar(5),groesse:int>"));
    }

    static Stream<Arguments> lossyTypes() {
        return Stream.of(
                Arguments.of(new DataType.Decimal(50, 20), "decimal(38,8)", "type-lossy", Severity.WARNING),
                Arguments.of(new DataType.Decimal(50, 2), "decimal(38,0)", "type-lossy", Severity.WARNING),
                Arguments.of(new DataType.Whole(128), "decimal(38,0)", "type-lossy", Severity.WARNING),
                Arguments.of(new DataType.FloatingDecimal(), "double", "type-lossy", Severity.WARNING),
                Arguments.of(new DataType.Time(), "string", "type-lossy", Severity.INFO),
                Arguments.of(new DataType.Geometry("point", 4326), "string", "type-lossy", Severity.WARNING),
                Arguments.of(new DataType.Structure(List.of()), "string", "type-lossy", Severity.WARNING),
                Arguments.of(new DataType.Unknown("my.Type"), "string", "type-unknown", Severity.WARNING),
                Arguments.of(new DataType.Unresolved("no query"), "string", "type-unresolved", Severity.WARNING),
                Arguments.of(
                        new DataType.ListOf(new DataType.FloatingDecimal()),
                        "array<double>",
                        "type-lossy",
                        Severity.WARNING),
                Arguments.of(nested(100_000), "string", "type-lossy", Severity.WARNING),
                Arguments.of(
                        new DataType.Structure(
                                List.of(new Field("A", new DataType.Bool()), new Field("a", new DataType.Bool()))),
                        "struct<a_HASH:boolean,a:boolean>",
                        "name-collision",
                        Severity.INFO));
    }

    @ParameterizedTest
    @MethodSource("exactTypes")
    void mapsWithoutLoss(DataType type, String spelling, String printed) {
        TypeRules.Mapped mapped = types.map(type);

        assertThat(mapped.type().print()).isEqualTo(printed);
        assertThat(mapped.spelling()).isEqualTo(spelling);
        assertThat(mapped.loss()).isNull();
    }

    @ParameterizedTest
    @MethodSource("lossyTypes")
    void statesWhatIsLost(DataType type, String printed, String code, Severity severity) {
        TypeRules.Mapped mapped = types.map(type);

        assertThat(mapped.type().print().replaceFirst("a_[0-9a-f]{6}", "a_HASH"))
                .isEqualTo(printed);
        assertThat(Objects.requireNonNull(mapped.loss()).code()).isEqualTo(code);
        assertThat(mapped.loss().severity()).isEqualTo(severity);
    }

    @Test
    void hasARuleForEveryTypeOfTheModel() {
        Set<Class<?>> covered = Stream.concat(exactTypes(), lossyTypes())
                .map(arguments -> Objects.requireNonNull(arguments.get()[0]).getClass())
                .collect(Collectors.toSet());

        assertThat(covered).containsExactlyInAnyOrder(DataType.class.getPermittedSubclasses());
    }

    @Test
    void givesUpOnTypesWhoseNameGlueCannotStore() {
        List<Field> fields = IntStream.range(0, 10_000)
                .mapToObj(i -> new Field("a_field_with_a_long_name_" + i, new DataType.Bool()))
                .toList();

        TypeRules.Mapped mapped = types.map(new DataType.Structure(fields));

        assertThat(mapped.type()).isEqualTo(GlueType.Primitive.STRING);
        assertThat(mapped.loss()).isNotNull();
    }

    private static DataType nested(int depth) {
        return Stream.iterate((DataType) new DataType.Bool(), DataType.ListOf::new)
                .skip(depth)
                .findFirst()
                .orElseThrow();
    }
}
