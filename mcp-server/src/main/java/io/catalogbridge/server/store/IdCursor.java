package io.catalogbridge.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page in the order of identifiers ended, as an opaque text. */
final class IdCursor {

    private static final String MARK = "after:";

    private IdCursor() {}

    static String after(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the text is not such a cursor */
    static String read(String cursor) {
        String text = decoded(cursor);
        if (!text.startsWith(MARK)) {
            throw new IllegalArgumentException("the cursor is not one that an earlier page returned");
        }
        return text.substring(MARK.length());
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
