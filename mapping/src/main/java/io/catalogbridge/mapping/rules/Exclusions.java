package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.AssetId;
import java.util.List;
import java.util.Optional;

/**
 * What is left out of Glue, by pattern: {@code SPACE} for a space with all it holds, {@code SPACE/NAME} for assets. A star
 * stands for any characters, a question mark for one; upper and lower case differ, as in Datasphere.
 *
 * @param patterns in the order in which they were given, without duplicates
 */
public record Exclusions(List<String> patterns) {

    public static final Exclusions NONE = new Exclusions(List.of());

    /** More of them, or longer ones, are a mistake. */
    public static final int MAX_PATTERNS = 200;

    private static final int MAX_LENGTH = 300;

    /** @throws IllegalArgumentException with the pattern and the rule that it breaks */
    public Exclusions {
        patterns = patterns.stream().map(Exclusions::plain).distinct().toList();
        if (patterns.size() > MAX_PATTERNS) {
            throw new IllegalArgumentException("there are " + patterns.size()
                    + " patterns of what is left out; at most " + MAX_PATTERNS + " are allowed");
        }
        patterns.forEach(Exclusions::require);
    }

    private static String plain(String pattern) {
        String stripped = pattern.strip();
        return stripped.startsWith(AssetId.SCHEME) ? stripped.substring(AssetId.SCHEME.length()) : stripped;
    }

    private static void require(String pattern) {
        boolean halves = !pattern.startsWith("/") && !pattern.endsWith("/");
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH || !halves) {
            throw new IllegalArgumentException("'" + pattern
                    + "' does not say what is left out: a pattern is SPACE or SPACE/NAME, with * and ? for other characters, and"
                    + " has at most " + MAX_LENGTH + " characters");
        }
    }

    /** The pattern that leaves a whole space out. */
    public Optional<String> ofSpace(String space) {
        return patterns.stream()
                .filter(pattern -> pattern.indexOf('/') < 0 && matches(pattern, space))
                .findFirst();
    }

    /** The pattern that leaves an asset out, be it with its space or alone. */
    public Optional<String> ofAsset(AssetId asset) {
        return patterns.stream().filter(pattern -> covers(pattern, asset)).findFirst();
    }

    private static boolean covers(String pattern, AssetId asset) {
        int slash = pattern.indexOf('/');
        return slash < 0
                ? matches(pattern, asset.space())
                : matches(pattern.substring(0, slash), asset.space())
                        && matches(pattern.substring(slash + 1), asset.name());
    }

    /** Goes back to the last star only, so that no pattern takes long. */
    private static boolean matches(String pattern, String name) {
        int at = 0;
        int read = 0;
        int star = -1;
        int resumed = 0;
        while (read < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resumed = read;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(read))) {
                at++;
                read++;
            } else if (star >= 0) {
                at = star + 1;
                read = ++resumed;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(c -> c == '*');
    }
}
