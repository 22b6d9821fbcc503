package io.catalogbridge.connectors.sandbox.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A write in the making: sees the state as it was before, and collects changes that take effect together or not at all. */
final class Draft implements View {

    private final View before;
    private final List<Change> changes = new ArrayList<>();

    Draft(View before) {
        this.before = before;
    }

    @Override
    public Optional<Document> find(Key key) {
        return before.find(key);
    }

    @Override
    public int count(Key prefix) {
        return before.count(prefix);
    }

    @Override
    public Stream<Map.Entry<Key, Document>> below(Key prefix, List<String> last) {
        return before.below(prefix, last);
    }

    void put(Key key, Document document) {
        changes.add(new Change.Put(key, document));
    }

    void remove(Key key) {
        changes.add(new Change.Remove(key));
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }
}
