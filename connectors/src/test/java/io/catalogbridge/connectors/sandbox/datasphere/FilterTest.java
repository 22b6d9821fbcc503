package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FilterTest {

    private static final Set<String> FIELDS = Set.of("a", "b", "day");
    private static final Map<String, String> ENTRY = Map.of("a", "1", "day", "2026-05-02T23:59:59Z");

    @Property
    void neverFailsOtherThanByRefusing(@ForAll String text) {
        try {
            assertThat(Filter.parse(text, FIELDS)).isNotNull();
        } catch (RequestRejected refused) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    @Property
    void quotedValueEqualsItself(@ForAll String value) {
        String filter = "a eq '" + value.replace("'", "''") + "'";

        assertThat(Filter.parse(filter, FIELDS).test(field -> Optional.of(value)))
                .isTrue();
    }

    @Test
    void andBindsTighterThanOr() {
        assertThat(matches("a eq 1 or a eq 2 and a eq 3")).isTrue();
        assertThat(matches("(a eq 1 or a eq 2) and a eq 3")).isFalse();
        assertThat(matches("not a eq 2 and a eq 1")).isTrue();
    }

    @Test
    void fieldWithoutValueOnlyDiffers() {
        assertThat(matches("b ne x")).isTrue();
        assertThat(matches("b eq x")).isFalse();
        assertThat(matches("b lt x")).isFalse();
    }

    @Test
    void daysAreComparedWithTheDayOfATimestamp() {
        assertThat(matches("day eq 2026-05-02")).isTrue();
        assertThat(matches("day gt '2026-05-02'")).isFalse();
        assertThat(matches("day ge '2026-05-02'")).isTrue();
    }

    @Test
    void endlessNestingIsRefused() {
        String nested = "(".repeat(100_000) + "a eq 1" + ")".repeat(100_000);

        assertThatThrownBy(() -> Filter.parse(nested, FIELDS)).hasMessageContaining("nested too deeply");
    }

    private static boolean matches(String filter) {
        return Filter.parse(filter, FIELDS).test(field -> Optional.ofNullable(ENTRY.get(field)));
    }
}
