package io.catalogbridge.mapping.glue;

import io.catalogbridge.mapping.glue.GlueType.Primitive;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GlueTypeTest {

    @Property
    void readsWhatItPrints(@ForAll("types") GlueType type) {
        assertThat(GlueType.parse(type.print())).isEqualTo(type);
    }

    @Property
    void readsWhatItPrintsWhateverCaseAndSpacing(@ForAll("types") GlueType type) {
        String spaced = type.print()
                .toUpperCase(Locale.ROOT)
                .replace("<", " < ")
                .replace(",", " ,\t")
                .replace("(", "( ")
                .replace(":", " : ");

        assertThat(GlueType.parse("  " + spaced + " ")).isEqualTo(type);
    }

    @Property
    void neverFailsAndReadsItsOwnReading(@ForAll("spellings") String spelling) {
        GlueType type = GlueType.parse(spelling);

        assertThat(GlueType.parse(type.print())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Decimal( 15 , 2 ) | decimal(15,2)",
                "decimal(9) | decimal(9,0)",
                "DECIMAL | decimal(10,0)",
                "integer | int",
                "Map<String, Array<Int>> | map<string,array<int>>",
                "struct<Id:int,pos:struct<x:double,y:decimal(10,2)>> | struct<id:int,pos:struct<x:double,y:decimal(10,2)>>"
            })
    void readsOtherSpellingsOfKnownTypes(String spelling, String printed) {
        GlueType type = GlueType.parse(spelling);

        assertThat(type).isNotInstanceOf(GlueType.Other.class);
        assertThat(type.print()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "varchar",
                "varchar(0)",
                "char(256)",
                "varchar(65536)",
                "decimal(39,2)",
                "decimal(3,4)",
                "varchar(10,2)",
                "array<>",
                "array<int,int>",
                "map<string>",
                "struct<>",
                "struct<a>",
                "struct<a b:int>",
                "array<int>,array<int>",
                "array<int",
                "uniontype<int,string>",
                "Timestamp With Time Zone"
            })
    void keepsWhatItDoesNotUnderstandAsFound(String spelling) {
        assertThat(GlueType.parse(spelling)).isEqualTo(new GlueType.Other(spelling));
    }

    @Test
    void survivesNestingThatWouldExhaustTheStack() {
        String hostile = "array<".repeat(20_000) + "int" + ">".repeat(20_000);

        assertThat(GlueType.parse(hostile)).isEqualTo(new GlueType.Other(hostile));
    }

    @Test
    void refusesStructsThatHiveCannotHold() {
        assertThatThrownBy(() -> new GlueType.Struct(List.of())).hasMessageContaining("without fields");
        assertThatThrownBy(() -> new GlueType.Struct.Field("a:b", Primitive.INT))
                .hasMessageContaining("'a:b'");
    }

    @Provide
    Arbitrary<GlueType> types() {
        return types(4);
    }

    @Provide
    Arbitrary<String> spellings() {
        Arbitrary<String> noise = Arbitraries.strings().withChars("arymp<>(),: 1290structdecimalvchbgintx");
        Arbitrary<String> nearlyRight = Combinators.combine(
                        types(2), Arbitraries.integers().between(0, 30))
                .as((type, at) -> withoutCharacter(type.print(), at));
        return Arbitraries.oneOf(noise, nearlyRight, Arbitraries.strings());
    }

    private static String withoutCharacter(String text, int at) {
        return at < text.length() ? text.substring(0, at) + text.substring(at + 1) : text;
    }

    private static Arbitrary<GlueType> types(int depth) {
        Arbitrary<GlueType> flat = Arbitraries.oneOf(
                Arbitraries.of(Primitive.values()),
                Combinators.combine(
                                Arbitraries.integers().between(1, 38),
                                Arbitraries.integers().between(0, 38))
                        .as((precision, scale) -> new GlueType.Decimal(precision, Math.min(precision, scale))),
                Arbitraries.integers().between(1, 255).map(GlueType.Char::new),
                Arbitraries.integers().between(1, 65_535).map(GlueType.Varchar::new));
        return depth == 0 ? flat : Arbitraries.oneOf(flat, nested(depth - 1));
    }

    private static Arbitrary<GlueType> nested(int depth) {
        Arbitrary<GlueType> part = types(depth);
        Arbitrary<GlueType.Struct.Field> field = Combinators.combine(
                        Arbitraries.strings()
                                .withChars("abz019_.")
                                .ofMinLength(1)
                                .ofMaxLength(8),
                        part)
                .as(GlueType.Struct.Field::new);
        return Arbitraries.oneOf(
                part.map(GlueType.Array::new),
                Combinators.combine(part, part).as(GlueType.Map::new),
                field.list().ofMinSize(1).ofMaxSize(4).map(GlueType.Struct::new));
    }
}
