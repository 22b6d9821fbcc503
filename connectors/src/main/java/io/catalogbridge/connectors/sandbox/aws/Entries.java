package io.catalogbridge.connectors.sandbox.aws;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All documents by key, in memory, with running counts. Not thread-safe. */
final class Entries implements View {

    private final NavigableMap<Key, Document> documents = new TreeMap<>();
    private final Map<Key, Integer> counts = new HashMap<>();

    @Override
    public Optional<Document> find(Key key) {
        return Optional.ofNullable(documents.get(key));
    }

    @Override
    public int count(Key prefix) {
        return counts.getOrDefault(prefix, 0);
    }

    @Override
    public Stream<Map.Entry<Key, Document>> below(Key prefix, List<String> last) {
        return documents.tailMap(prefix.below(last), false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().isUnder(prefix));
    }

    int size() {
        return documents.size();
    }

    Stream<Change> asChanges() {
        return documents.entrySet().stream().map(entry -> new Change.Put(entry.getKey(), entry.getValue()));
    }

    void put(Key key, Document document) {
        if (documents.put(key, document) == null) {
            count(key, 1);
        }
    }

    void remove(Key prefix) {
        Iterator<Key> keys = documents.tailMap(prefix, true).keySet().iterator();
        while (keys.hasNext()) {
            Key key = keys.next();
            if (!key.isUnder(prefix)) {
                return;
            }
            keys.remove();
            count(key, -1);
        }
    }

    private void count(Key key, int difference) {
        key.ancestors().forEach(ancestor -> counts.merge(ancestor, difference, Entries::sumOrNone));
    }

    private static @Nullable Integer sumOrNone(Integer count, Integer difference) {
        int sum = count + difference;
        return sum == 0 ? null : sum;
    }
}
