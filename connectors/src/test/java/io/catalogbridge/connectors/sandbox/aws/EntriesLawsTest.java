package io.catalogbridge.connectors.sandbox.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws of the sorted state that every listing stands on. */
class EntriesLawsTest {

    private static final Document NOTHING = Document.of(Json.object());

    @Property(tries = 300)
    void runningCountsAreWhatCountingGives(@ForAll("keys") List<Key> added, @ForAll("keys") List<Key> removed) {
        Entries entries = new Entries();
        added.forEach(key -> entries.put(key, NOTHING));
        removed.forEach(entries::remove);

        for (Key prefix : added) {
            long below = added.stream()
                    .distinct()
                    .filter(key -> !key.equals(prefix) && key.isUnder(prefix))
                    .filter(key -> removed.stream().noneMatch(key::isUnder))
                    .count();
            assertThat(entries.count(prefix)).isEqualTo((int) below);
            assertThat(entries.below(prefix).count()).isEqualTo(below);
        }
    }

    @Property(tries = 300)
    void pagesOfAnySizeShowEverythingOnceInOrder(
            @ForAll("keys") List<Key> keys, @ForAll @IntRange(min = 1, max = 5) int size) {
        Entries entries = new Entries();
        Key root = Key.of("root");
        keys.forEach(key -> entries.put(root.below(key.parts()), NOTHING));

        List<List<String>> seen = new ArrayList<>();
        List<String> last = List.of();
        do {
            PageRequest wanted = new PageRequest(size, last);
            Page<Map.Entry<Key, Document>> page = wanted.of(entries.below(root, last), root);
            page.items().forEach(entry -> seen.add(entry.getKey().relativeTo(root)));
            last = page.nextToken().map(PageToken::decode).orElse(List.of());
        } while (!last.isEmpty());

        assertThat(seen).isEqualTo(new TreeSet<>(keys).stream().map(Key::parts).toList());
    }

    @Provide
    Arbitrary<List<Key>> keys() {
        Arbitrary<String> part = Arbitraries.of("a", "a b", "aa", "b", "ä", "");
        return part.list().ofMinSize(1).ofMaxSize(3).map(Key::new).list().ofMaxSize(20);
    }
}
