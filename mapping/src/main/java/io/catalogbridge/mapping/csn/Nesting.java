package io.catalogbridge.mapping.csn;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/** Keeps recursion bounded: whatever is nested deeper than the limit is refused before anyone descends into it. */
final class Nesting {

    static final int LIMIT = 500;

    private Nesting() {}

    static boolean tooDeep(JsonNode node) {
        Deque<Level> pending = new ArrayDeque<>();
        pending.push(new Level(node, 1));
        while (!pending.isEmpty()) {
            Level level = pending.pop();
            if (level.depth > LIMIT) {
                return true;
            }
            for (JsonNode child : level.node.values()) {
                if (child.isContainer()) {
                    pending.push(new Level(child, level.depth + 1));
                }
            }
        }
        return false;
    }

    private record Level(JsonNode node, int depth) {}
}
