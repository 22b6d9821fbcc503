package io.catalogbridge.server.store;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "ORDER_ITEMS, order items",
        "orderItems, order items",
        "SAPOrders, sap orders",
        "IDs, ids",
        "VBAK-NETWR, vbak netwr",
        "/BIC/AZSD, bic azsd",
        "0CALDAY, 0 calday",
        "T001W, t 001 w",
        "Größe, größe",
        "Umsatz (netto), umsatz netto",
        "注文 明細, 注文 明細",
        "'', ''"
    })
    void splitsNamesAndTexts(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "größe, grosse groesse",
        "maß, mass",
        "straße, strasse",
        "élève, eleve",
        "umsatz, umsatz",
        "łódź, lodz",
        "smørrebrød, smorrebrod"
    })
    void spellsWordsWithoutAccentsAndUmlauts(String word, String spellings) {
        assertThat(String.join(" ", Words.spellings(word))).isEqualTo(spellings);
    }

    @ParameterizedTest
    @CsvSource({"ORDER_ITEMS, orderitems", "orderItems, orderitems", "/BIC/AZSD, bicazsd", "Größe, grosse groesse"})
    void writesNamesAsOneWord(String name, String keys) {
        assertThat(String.join(" ", Words.keys(name))).isEqualTo(keys);
    }

    @Property
    void wordsAreShortSmallAndFreeOfAnythingElse(@ForAll String text) {
        assertThat(Words.of(text)).allSatisfy(word -> {
            assertThat(word).isNotEmpty();
            assertThat(word.codePointCount(0, word.length())).isLessThanOrEqualTo(64);
            assertThat(word).doesNotContainAnyWhitespaces().doesNotContain("\"", "*", "(", ")", ":", "'", "\u0000");
        });
    }

    @Property
    void wordsOfWordsAreTheSame(@ForAll String text) {
        List<String> words = Words.of(text);

        assertThat(Words.of(String.join(" ", words))).isEqualTo(words);
    }

    @Property
    void distancesAreSymmetricAndZeroForEqualWords(@ForAll @UniqueChars String one, @ForAll @UniqueChars String other) {
        assertThat(EditDistance.between(one, one, 5)).isZero();
        assertThat(EditDistance.between(one, other, 5)).isEqualTo(EditDistance.between(other, one, 5));
    }

    @ParameterizedTest
    @CsvSource({"customer, custmer, 1", "customer, cusotmer, 1", "customer, costomer, 1", "revenue, revanues, 2"})
    void countsSlipsOfTheFinger(String from, String to, int distance) {
        assertThat(EditDistance.between(from, to, 2)).isEqualTo(distance);
    }
}
