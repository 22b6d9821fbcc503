package io.catalogbridge.server.tools;

import io.catalogbridge.server.surface.ToolFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as an opaque text.
 *
 * @param list tells cursors of different lists apart
 */
record NumberCursor(String list) {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    String at(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + ":" + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for the first page. */
    OptionalLong read(@Nullable String cursor) {
        if (cursor == null) {
            return OptionalLong.empty();
        }
        String text = decoded(cursor);
        String number = text.substring(text.indexOf(':') + 1);
        if (!text.equals(list + ":" + number) || !DIGITS.matcher(number).matches()) {
            throw ToolFailure.invalid("the cursor is not one that an earlier page returned");
        }
        return OptionalLong.of(Long.parseLong(number));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
