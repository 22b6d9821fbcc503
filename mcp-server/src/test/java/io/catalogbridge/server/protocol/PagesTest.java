package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.Pages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagesTest {

    private static final List<Integer> ALL =
            IntStream.range(0, 2 * Pages.SIZE + 1).boxed().toList();

    @Test
    void leadThroughTheWholeList() throws Refusal {
        List<Integer> seen = new ArrayList<>();
        Page<Integer> page = Pages.of(ALL, null);
        seen.addAll(page.items());
        while (page.next() != null) {
            page = Pages.of(ALL, page.next());
            seen.addAll(page.items());
        }

        assertThat(seen).isEqualTo(ALL);
        assertThat(page.items()).hasSize(1);
    }

    @Test
    void haveNoNextWhereTheListEnds() throws Refusal {
        assertThat(Pages.of(List.of(), null).next()).isNull();
        assertThat(Pages.of(ALL.subList(0, Pages.SIZE), null).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "after:100", "!!!", "YWZ0ZXI6OTk5OTk5", "YWZ0ZXI6MA", "YWZ0ZXI6LTE"})
    void takeNoCursorButTheirOwn(String cursor) {
        assertThatThrownBy(() -> Pages.of(ALL, cursor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.INVALID_PARAMS));
    }
}
