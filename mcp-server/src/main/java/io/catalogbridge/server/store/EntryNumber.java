package io.catalogbridge.server.store;

import java.util.List;

/**
 * The number of an entry: environment, kind, container, and a place that no other entry of the environment has. Searching reads the index in the order of these numbers, so
 * that it may stop early, and counts by kind and container without reading an entry.
 */
final class EntryNumber {

    private static final int PLACE_BITS = 30;
    private static final int CONTAINER_BITS = 20;
    private static final int KIND_BITS = 5;
    private static final int ENVIRONMENT_BITS = 8;

    static final int MAX_CONTAINER = (1 << CONTAINER_BITS) - 1;
    static final int MAX_ENVIRONMENT = (1 << ENVIRONMENT_BITS) - 1;

    private EntryNumber() {}

    /** Numbers from the first to the last, both included. */
    record Range(long first, long last) {
        boolean holds(long number) {
            return first <= number && number <= last;
        }
    }

    static Range within(int environment, EntryKind kind, int container) {
        long first = ((group(environment, kind.order()) << CONTAINER_BITS) | container) << PLACE_BITS;
        return new Range(first, first | ((1L << PLACE_BITS) - 1));
    }

    static Range within(int environment) {
        return between(group(environment, 0), group(environment, (1 << KIND_BITS) - 1));
    }

    /** From the first to the last of these kinds; nothing if there are none. */
    static Range within(int environment, List<EntryKind> kinds) {
        int first = kinds.stream().mapToInt(EntryKind::order).min().orElse(1);
        int last = kinds.stream().mapToInt(EntryKind::order).max().orElse(0);
        return between(group(environment, first), group(environment, last));
    }

    private static Range between(long first, long last) {
        int below = CONTAINER_BITS + PLACE_BITS;
        return new Range(first << below, ((last + 1) << below) - 1);
    }

    private static long group(int environment, int kind) {
        return ((long) environment << KIND_BITS) | kind;
    }

    static int kind(long number) {
        return ((int) (number >> (CONTAINER_BITS + PLACE_BITS))) & ((1 << KIND_BITS) - 1);
    }

    static int container(long number) {
        return ((int) (number >> PLACE_BITS)) & MAX_CONTAINER;
    }
}
