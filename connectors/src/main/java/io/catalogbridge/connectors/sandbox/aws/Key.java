package io.catalogbridge.connectors.sandbox.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a document lives: parts from the general to the particular, such as {@code table, 123456789012, sales, orders}. A key
 * sorts directly before the keys below it.
 */
record Key(List<String> parts) implements Comparable<Key> {

    Key {
        parts = List.copyOf(parts);
    }

    static Key of(String... parts) {
        return new Key(List.of(parts));
    }

    Key child(String part) {
        return below(List.of(part));
    }

    Key below(List<String> more) {
        List<String> longer = new ArrayList<>(parts);
        longer.addAll(more);
        return new Key(longer);
    }

    String last() {
        return parts.get(parts.size() - 1);
    }

    boolean isUnder(Key prefix) {
        int length = prefix.parts.size();
        return parts.size() >= length && parts.subList(0, length).equals(prefix.parts);
    }

    /** Every key above this one, from the nearest. */
    List<Key> ancestors() {
        List<Key> ancestors = new ArrayList<>();
        for (int length = parts.size() - 1; length > 0; length--) {
            ancestors.add(new Key(parts.subList(0, length)));
        }
        return ancestors;
    }

    /** What follows the prefix. */
    List<String> relativeTo(Key prefix) {
        return parts.subList(prefix.parts.size(), parts.size());
    }

    @Override
    public int compareTo(Key other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int index = 0; index < common; index++) {
            int order = parts.get(index).compareTo(other.parts.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }
}
