package io.catalogbridge.server.resources;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {

    @Test
    void showsShortTextsWhole() {
        assertThat(Excerpt.start("one", "two", 10)).isZero();
        assertThat(Excerpt.of("one", 0, 10)).isEqualTo("one");
    }

    @Test
    void beginsALittleBeforeTheDifference() {
        String same = "select ".repeat(100);
        int start = Excerpt.start(same + "old", same + "new", 100);

        assertThat(Excerpt.of(same + "old", start, 100)).startsWith("…").endsWith("old");
        assertThat(Excerpt.of(same + "new", start, 100)).startsWith("…").endsWith("new");
    }

    @Test
    void showsTheBeginningOfWhatHasNoOtherSide() {
        assertThat(Excerpt.start(null, "x".repeat(1_000), 100)).isZero();
    }

    @Test
    void splitsNoPair() {
        String same = "\ud83d\ude00".repeat(100);
        String shifted = "x" + same;

        assertThat(Excerpt.of(same + "a", Excerpt.start(same + "a", same + "b", 50), 50))
                .startsWith("…\ud83d");
        assertThat(Excerpt.of(shifted + "a", Excerpt.start(shifted + "a", shifted + "b", 50), 50))
                .startsWith("…\ud83d");
    }

    @Test
    void endsWithTheShorterText() {
        String same = "x".repeat(1_000);
        int start = Excerpt.start(same, same + "y", 100);

        assertThat(Excerpt.of(same, start, 100)).isEqualTo("…" + "x".repeat(30));
    }
}
