package io.catalogbridge.server.tools;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a result within about 4,000 tokens, or as many as asked for, counted as four characters each, whatever the names and texts
 * in it. Serves one result.
 */
final class ResultBudget {

    /** What a result takes unless a caller asks for more. */
    static final int TOKENS = 4_000;

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** For what is not in lists. */
    private static final int RESERVED = 2_000;

    private int left;

    ResultBudget() {
        this.left = TOKENS * CHARACTERS_PER_TOKEN - RESERVED;
    }

    private ResultBudget(int left) {
        this.left = left;
    }

    /** For a result that already holds this, and at most so many tokens in the end. */
    static ResultBudget after(ObjectNode held, int tokens) {
        return new ResultBudget(
                tokens * CHARACTERS_PER_TOKEN - RESERVED / 4 - held.toString().length());
    }

    /** Something else was added that takes this many characters. */
    void spend(int characters) {
        left -= characters;
    }

    /**
     * Adds rendered items to the array while they fit; the first always does, so that a list read page by page moves on.
     *
     * @param most  items at most
     * @param share part of what is left that this list may use, up to 1
     * @return true if some were left out
     */
    <T> boolean fill(ArrayNode array, List<T> items, int most, double share, Function<T, ObjectNode> render) {
        int allowed = (int) (left * share);
        Iterator<T> rest = items.iterator();
        while (rest.hasNext() && array.size() < most) {
            ObjectNode node = render.apply(rest.next());
            int length = node.toString().length() + 1;
            if (length > allowed && !array.isEmpty()) {
                return true;
            }
            allowed -= length;
            left -= length;
            array.add(node);
        }
        return rest.hasNext();
    }
}
