package io.catalogbridge.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is looked for, it is only words: no crash, no syntax, no change. */
class HostileQueriesTest {

    private static final String ENV = "dog";

    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before the first try
    private static Store store;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("search");
        store = Store.open(folder, Clock.systemUTC());
        store.catalog()
                .replace(
                        ENV,
                        Entries.content(Entries.table("ORDERS")
                                .label("Größe NEAR \"quoted\" AND NOT OR")
                                .column("a:b", "x*y")
                                .entry()));
    }

    @AfterContainer
    static void close() throws IOException {
        store.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\"",
                "'",
                "*",
                "^",
                "(",
                ")",
                "{",
                "}",
                "NEAR(",
                "NEAR",
                "AND",
                "OR",
                "NOT",
                ":",
                "terms:",
                "-",
                "+",
                "horders",
                "%",
                "_",
                ";",
                "--",
                "drop table entry",
                "\u0000",
                "💥",
                "\ud83d",
                "\u202e",
                "\u0301",
                "ä",
                "ß",
                "ﬁ",
                "İ",
                "orders",
                "o",
                "1",
                "x".repeat(10_000),
                "datasphere:",
                "#",
                "\\",
                "注文",
                " ",
                "\n",
                "²");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(30).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(200));
    }

    @Property(tries = 500)
    void anyTextIsAnswered(@ForAll("hostile") String text) {
        SearchResult result = search(text);

        assertThat(result.total()).isBetween(0L, 1L);
        assertThat(search("orders").total()).isEqualTo(1);
    }

    @Property(tries = 200)
    void anyFilterIsAnswered(@ForAll("hostile") String text) {
        SearchFilter filter = new SearchFilter(null, null, text, text, text, text, SyncState.PENDING, null);

        assertThat(store.catalog()
                        .search(ENV, new SearchQuery("", filter, 10, null))
                        .total())
                .isZero();
    }

    @Property(tries = 200)
    void anyCursorIsRefusedOrHarmless(@ForAll("hostile") String text) {
        try {
            store.catalog().search(ENV, new SearchQuery("orders", SearchFilter.NONE, 10, text));
        } catch (IllegalArgumentException | SearchCursor.Stale e) {
            assertThat(e).hasMessageContaining("cursor");
        }
    }

    private static SearchResult search(String text) {
        return store.catalog().search(ENV, new SearchQuery(text, SearchFilter.NONE, 10, null));
    }
}
