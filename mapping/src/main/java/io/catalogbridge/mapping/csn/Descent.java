package io.catalogbridge.mapping.csn;

import java.util.HashSet;
import java.util.Set;

/** Guards one walk along references that others wrote: no cycles, no bottomless depth, no explosion of steps. */
final class Descent {

    private static final int STEPS = 10_000;

    private final Set<String> pending = new HashSet<>();
    private int depth;
    private int steps;

    /** False if the walk is inside of {@code name} already, or has gone on for too long. */
    boolean enter(String name) {
        return !pending.contains(name) && deeper() && pending.add(name);
    }

    void leave(String name) {
        pending.remove(name);
        back();
    }

    /** False if the walk has gone too deep, or on for too long. */
    boolean deeper() {
        if (depth >= Nesting.LIMIT || steps >= STEPS) {
            return false;
        }
        depth++;
        steps++;
        return true;
    }

    void back() {
        depth--;
    }
}
