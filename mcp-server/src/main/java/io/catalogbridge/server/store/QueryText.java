package io.catalogbridge.server.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a query asks for.
 *
 * @param everything whether it names nothing and so means everything
 * @param chunks     what it has between blanks, such as {@code NET_AMOUNT}, cut into words; no word twice
 */
record QueryText(boolean everything, List<List<String>> chunks) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SCHEME = Pattern.compile("^(?i:datasphere|glue):");
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_WORDS = 16;

    static QueryText of(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("*")) {
            return new QueryText(true, List.of());
        }
        List<List<String>> chunks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String chunk : BLANKS.split(stripped.substring(0, Math.min(MAX_LENGTH, stripped.length())), -1)) {
            List<String> words = Words.of(SCHEME.matcher(chunk).replaceFirst("")).stream()
                    .filter(word -> seen.size() < MAX_WORDS && seen.add(word))
                    .toList();
            if (!words.isEmpty()) {
                chunks.add(words);
            }
        }
        return new QueryText(false, chunks);
    }

    List<String> words() {
        return chunks.stream().flatMap(List::stream).toList();
    }
}
