package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Some items of a listing and, when there are more, the token for the next ones. */
record Page<T>(List<T> items, Optional<String> nextToken) {

    Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page; looks at one item more than it returns.
     *
     * @param position the sort key of an item
     */
    static <T> Page<T> of(Stream<T> from, int size, Function<T, List<String>> position) {
        List<T> items = from.limit(size + 1L).toList();
        if (items.size() <= size) {
            return new Page<>(items, Optional.empty());
        }
        T last = items.get(size - 1);
        return new Page<>(items.subList(0, size), Optional.of(PageToken.encode(position.apply(last))));
    }

    /** Adds {@code NextToken} to an answer when there is a next page. */
    ObjectNode addTokenTo(ObjectNode answer) {
        nextToken.ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }
}
