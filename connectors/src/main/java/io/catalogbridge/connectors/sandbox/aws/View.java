package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of the state while it holds still. */
interface View {

    Optional<Document> find(Key key);

    /** Number of documents below a key, at any depth; answered without counting. */
    int count(Key prefix);

    /**
     * Documents below a key in order, read as they are consumed.
     *
     * @param last position of the last document already seen, relative to the prefix; it need not exist any more. Empty: from the
     *     beginning
     */
    Stream<Map.Entry<Key, Document>> below(Key prefix, List<String> last);

    default boolean has(Key key) {
        return find(key).isPresent();
    }

    default Stream<Map.Entry<Key, Document>> below(Key prefix) {
        return below(prefix, List.of());
    }
}
