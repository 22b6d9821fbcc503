package io.catalogbridge.server.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long lists, cut into pages that opaque cursors lead through (MCP, server utilities, pagination). */
final class Pages {

    /** More than the tools and prompts there are: some clients read one page only. */
    static final int SIZE = 100;

    private static final String MARK = "after:";

    private Pages() {}

    /** Part of a list; {@code next} is absent on the last page. */
    record Page<T>(List<T> items, @Nullable String next) {}

    static <T> Page<T> of(List<T> all, @Nullable Object cursor) throws Refusal {
        int from = cursor == null ? 0 : position(cursor, all.size());
        int to = Math.min(all.size(), from + SIZE);
        return new Page<>(all.subList(from, to), to < all.size() ? cursor(to) : null);
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(Object cursor, int size) throws Refusal {
        try {
            String text = new String(Base64.getUrlDecoder().decode(String.valueOf(cursor)), StandardCharsets.UTF_8);
            int position = text.startsWith(MARK) ? Integer.parseInt(text.substring(MARK.length())) : -1;
            if (position > 0 && position <= size) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // not one of ours, as below
        }
        throw Refusal.invalidParams("'cursor' is not one that this list has returned");
    }
}
