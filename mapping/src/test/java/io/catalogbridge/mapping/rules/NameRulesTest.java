package io.catalogbridge.mapping.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameRulesTest {

    private static final String VALID = "[a-z0-9_]{1,128}";

    @ParameterizedTest
    @CsvSource({
        "ORDER_ITEMS, order_items",
        "Größe (m²), groesse_m2",
        "Gro\u0308ße, groesse",
        "Élan Vital, elan_vital",
        "ŁÓDŹ Ærø, lodz_aero",
        "/BIC/ZCUST, bic_zcust",
        "0MATERIAL, 0material",
        "_HIDDEN_, hidden",
        "a.b-c d, a_b_c_d",
        "4VD_X∞1, 4vd_x_1",
        "İSTANBUL, istanbul",
        "ﬁnal, final"
    })
    void spellsNamesWithLowerCaseLettersDigitsAndUnderscores(String original, String name) {
        assertThat(NameRules.clean(original)).isEqualTo(name);
    }

    @Test
    void givesNamesToWhatHasNoLetterItCanSpell() {
        NameRules.Names names = NameRules.assign(List.of("売上", "利益", "___", "\u0000"));

        assertThat(names.names().values())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("unnamed_[0-9a-f]{6}"));
    }

    @Property
    void givesEveryNameADifferentValidOne(
            @ForAll("hostileNames") Set<String> originals, @ForAll @IntRange(min = 24, max = 128) int longest) {
        NameRules.Names names = NameRules.assign(originals, longest);

        assertThat(names.names().keySet()).isEqualTo(originals);
        assertThat(names.names().values())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(VALID) && name.length() <= longest);
    }

    @Property
    void doesNotDependOnTheOrder(@ForAll("hostileNames") Set<String> originals, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(originals);
        Collections.shuffle(shuffled, random);

        assertThat(NameRules.assign(shuffled)).isEqualTo(NameRules.assign(originals));
    }

    @Property
    void keepsNamesWhenAnUnrelatedOneAppears(@ForAll("hostileNames") Set<String> originals) {
        NameRules.Names before = NameRules.assign(originals);
        Set<String> more = new HashSet<>(originals);
        more.add("something else altogether");

        assertThat(NameRules.assign(more).names()).containsAllEntriesOf(before.names());
    }

    @Test
    void leavesThePlainNameToTheOneThatIsSpelledLikeIt() {
        assertThat(NameRules.assign(List.of("ORDERS", "Orders", "orders")).of("orders"))
                .isEqualTo("orders");
        assertThat(NameRules.assign(List.of("#ORDERS", "ORDERS")).of("ORDERS")).isEqualTo("orders");
        assertThat(NameRules.assign(List.of("ORDERS!", "ORDERS?")).suffixed()).containsOnlyKeys("ORDERS?");
    }

    @Test
    void findsAnotherNameWhenASuffixIsTaken() {
        String suffixed = NameRules.assign(List.of("A", "a")).of("A");

        NameRules.Names names = NameRules.assign(List.of("A", "a", suffixed));

        assertThat(names.of(suffixed)).isEqualTo(suffixed);
        assertThat(names.of("A")).startsWith("a_").isNotEqualTo(suffixed);
    }

    @Test
    void tellsLongNamesWithTheSameBeginningApart() {
        String beginning = "x".repeat(200);

        NameRules.Names names = NameRules.assign(List.of(beginning + "1", beginning + "2"));

        assertThat(names.names().values()).doesNotHaveDuplicates().allMatch(name -> name.length() == 128);
        assertThat(names.suffixed()).isEmpty();
    }

    @Test
    void tellsThousandsOfSpellingsOfOneNameApart() {
        List<String> originals = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        Integer.toString(i, 4)
                                        .replace('0', '-')
                                        .replace('1', '/')
                                        .replace('2', '.')
                                        .replace('3', ' ') + "x")
                .toList();

        assertThat(Set.copyOf(NameRules.assign(originals).names().values())).hasSize(10_000);
    }

    @Provide
    Arbitrary<Set<String>> hostileNames() {
        Arbitrary<String> lookAlikes =
                Arbitraries.strings().withChars("aAäÄ_-. /1ß\u0308").ofMaxLength(4);
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> surrogates =
                Arbitraries.strings().withCharRange('\uD7F0', '\uE010').ofMaxLength(5);
        Arbitrary<String> tooLong =
                Arbitraries.strings().withChars("xX").ofMinLength(120).ofMaxLength(140);
        return Arbitraries.oneOf(lookAlikes, anything, surrogates, tooLong)
                .set()
                .ofMaxSize(60);
    }
}
