package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which part of a listing is wanted.
 *
 * @param last position of the last item that the caller has; empty for the first page
 */
record PageRequest(int size, List<String> last) {

    PageRequest {
        last = List.copyOf(last);
    }

    /** The next page of the documents below a key, out of those that match. */
    Page<Map.Entry<Key, Document>> of(Stream<Map.Entry<Key, Document>> entries, Key prefix) {
        return Page.of(entries, size, entry -> entry.getKey().relativeTo(prefix));
    }
}
