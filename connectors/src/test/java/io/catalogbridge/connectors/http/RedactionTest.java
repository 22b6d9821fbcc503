package io.catalogbridge.connectors.http;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {

    @Property
    void neverLetsATokenThrough(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 12, max = 60) String secret, @ForAll String around) {
        assertThat(Redaction.of("Authorization: Bearer " + secret)).doesNotContain(secret);
        assertThat(Redaction.of("Basic " + secret + " " + around)).doesNotContain("Basic " + secret);
        assertThat(Redaction.of("{\"access_token\":\"" + secret + "\"}")).doesNotContain(secret);
        assertThat(Redaction.of("grant_type=x&client_secret=" + secret + "&a=b"))
                .doesNotContain(secret);
    }

    @Property
    void isShortAndFreeOfControlCharacters(@ForAll String text) {
        assertThat(Redaction.of(text)).hasSizeLessThanOrEqualTo(601).doesNotMatch("(?s).*\\p{Cntrl}.*");
    }

    @Test
    void leavesOrdinaryMessagesAlone() {
        assertThat(Redaction.of("Object NET_REVENUE is locked, code: 17"))
                .isEqualTo("Object NET_REVENUE is locked, code: 17");
    }
}
