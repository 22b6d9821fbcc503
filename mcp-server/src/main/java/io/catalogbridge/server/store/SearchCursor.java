package io.catalogbridge.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a search ended: after the last entry in the order of scores and numbers. It names no page, so it stays good
 * when the catalog changes meanwhile: nothing that was shown comes again and what comes later in the order is not missed.
 *
 * @param search  which search it belongs to
 * @param reading how that search was understood; scores of another understanding cannot be compared
 * @param score   of the last entry shown
 * @param number  of the last entry shown
 */
public record SearchCursor(int search, int reading, int score, long number) {

    private static final Pattern FORM = Pattern.compile("s2:(-?\\d{1,10}):(-?\\d{1,10}):(-?\\d{1,10}):(\\d{1,19})");

    /** The catalog was replaced, and what was looked for is now understood otherwise: only a new search helps. */
    public static final class Stale extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stale() {
            super("the catalog has changed since the page before in a way that changes this search;"
                    + " search again without a cursor");
        }
    }

    static SearchCursor after(SearchQuery query, int reading, int score, long number) {
        return new SearchCursor(search(query.text(), query.filter()), reading, score, number);
    }

    String text() {
        String plain = "s2:" + search + ":" + reading + ":" + score + ":" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the text is not such a cursor */
    static SearchCursor read(String cursor) {
        Matcher matcher = FORM.matcher(decoded(cursor));
        if (!matcher.matches()) {
            throw foreign();
        }
        try {
            return new SearchCursor(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    Long.parseLong(matcher.group(4)));
        } catch (NumberFormatException e) {
            throw foreign();
        }
    }

    private static IllegalArgumentException foreign() {
        return new IllegalArgumentException("the cursor is not one that an earlier search returned");
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** @throws IllegalArgumentException if it belongs to a search for something else */
    void requireSame(String text, SearchFilter filter) {
        if (search != search(text, filter)) {
            throw new IllegalArgumentException(
                    "the cursor belongs to another search; repeat query and filters of the page before");
        }
    }

    /** @throws Stale if the search is understood otherwise than when the cursor was made */
    void requireReading(int now) {
        if (reading != now) {
            throw new Stale();
        }
    }

    private static int search(String text, SearchFilter filter) {
        return Objects.hash(
                text,
                filter.system(),
                filter.kind(),
                filter.container(),
                filter.owner(),
                filter.tag(),
                filter.semantic(),
                filter.state() == null ? "" : filter.state().label(),
                String.valueOf(filter.changedSince()));
    }

    /** Whether an entry comes after the end of that page. */
    boolean before(int otherScore, long otherNumber) {
        return otherScore < score || (otherScore == score && otherNumber > number);
    }
}
