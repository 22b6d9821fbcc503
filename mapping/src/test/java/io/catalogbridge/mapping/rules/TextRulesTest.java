package io.catalogbridge.mapping.rules;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TextRulesTest {

    /** The single-line pattern of the Glue API, with the surrogates of the supplementary planes as one code point. */
    private static final Pattern SINGLE_LINE =
            Pattern.compile("[ -\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}\\t]*");

    private static final Pattern MULTI_LINE =
            Pattern.compile("[ -\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}\\r\\n\\t]*");

    @Property
    void commentsAreWhatGlueAccepts(@ForAll("texts") String label, @ForAll("texts") String text) {
        String comment = TextRules.fit(TextRules.line(label, text), TextRules.COMMENT_BYTES)
                .text();

        assertThat(comment.getBytes(UTF_8).length).isLessThanOrEqualTo(255);
        assertThat(comment).matches(SINGLE_LINE).doesNotContain("\t", "\u2028", "\u2029");
        assertThat(new String(comment.getBytes(UTF_8), UTF_8)).isEqualTo(comment);
    }

    @Property
    void descriptionsAreWhatGlueAccepts(@ForAll("texts") String label, @ForAll("texts") String text) {
        String description = TextRules.fit(TextRules.paragraph(label, text), TextRules.DESCRIPTION_BYTES)
                .text();

        assertThat(description.getBytes(UTF_8).length).isLessThanOrEqualTo(2_048);
        assertThat(description).matches(MULTI_LINE);
        assertThat(new String(description.getBytes(UTF_8), UTF_8)).isEqualTo(description);
    }

    @Property
    void valuesKeepEverythingThatCanBeStored(@ForAll("texts") String text) {
        String value = TextRules.exact(text);

        assertThat(value).matches(MULTI_LINE);
        assertThat(value.codePointCount(0, value.length())).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Property
    void cutsOnlyWhatIsTooLong(@ForAll("texts") String text, @ForAll @IntRange(min = 10, max = 400) int bytes) {
        String storable = TextRules.exact(text);
        TextRules.Fitted fitted = TextRules.fit(storable, bytes);

        assertThat(fitted.cut()).isEqualTo(storable.getBytes(UTF_8).length > bytes);
        assertThat(fitted.text().getBytes(UTF_8).length).isLessThanOrEqualTo(bytes);
        if (!fitted.cut()) {
            assertThat(fitted.text()).isEqualTo(storable);
        }
    }

    @Test
    void putsTheLabelFirst() {
        assertThat(TextRules.line("Net amount", "After\r\ndiscounts")).isEqualTo("Net amount: After discounts");
        assertThat(TextRules.paragraph("Net amount", "After\r\ndiscounts")).isEqualTo("Net amount\nAfter\ndiscounts");
        assertThat(TextRules.line(null, "After discounts")).isEqualTo("After discounts");
        assertThat(TextRules.line("Net amount", null)).isEqualTo("Net amount");
        assertThat(TextRules.line("Same", "Same")).isEqualTo("Same");
        assertThat(TextRules.line(null, null)).isEmpty();
    }

    @Test
    void leavesOutWhatPeopleCannotSee() {
        assertThat(TextRules.singleLine("a\u0000b\u202Ec\u2066d\uDB40\uDC41e\u0007"))
                .isEqualTo("abcde");
        assertThat(TextRules.singleLine("a\u2028b\u0085c\u00A0\t d")).isEqualTo("a b c d");
        assertThat(TextRules.lines("a\u2028b\u0085c\rd\r\ne\uD800")).isEqualTo("a\nb\nc\nd\ne");
    }

    @Test
    void neverTearsACharacterApart() {
        assertThat(TextRules.fit("x".repeat(250) + "😀😀", 255).text()).isEqualTo("x".repeat(250) + "…");
        assertThat(TextRules.fit("x".repeat(250) + "e\u0301\u0302zzzz", 255).text())
                .isEqualTo("x".repeat(250) + "…");
        assertThat(TextRules.fit("x".repeat(240) + "👩\u200D💻 zzzzzzzz", 255).text())
                .isEqualTo("x".repeat(240) + "👩\u200D💻…");
        assertThat(TextRules.fit("x".repeat(244) + "👩\u200D💻 zzzzzzzz", 255).text())
                .isEqualTo("x".repeat(244) + "…");
    }

    @Test
    void cutsEndlessCombiningMarksAnyway() {
        String marks = "e" + "\u0301".repeat(1_000);

        assertThat(TextRules.fit(marks, 255).text()).startsWith("e\u0301").endsWith("…");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(900),
                Arbitraries.strings().withCharRange('\u0000', '\u00FF').ofMaxLength(400),
                Arbitraries.strings().withCharRange('\uD7F0', '\uE010').ofMaxLength(300),
                Arbitraries.strings().withChars("ae\u0301\u0308 \n\r\t\u200D").ofMaxLength(400));
    }
}
