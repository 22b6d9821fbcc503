package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.glue.Digest;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How technical names become names that Glue stores and Athena reads: {@code [a-z0-9_]}, at most 128 long.
 *
 * <p>Letters are transliterated, everything else becomes an underscore, underscores at both ends go, since Athena wants
 * names with a leading one quoted in definitions. A leading digit stays: {@code 0material} is a name people know, and
 * double quotes are all it needs.
 */
final class NameRules {

    /** Athena's metadata API takes no longer names of databases and tables. */
    static final int LONGEST = 128;

    private static final int HASH_DIGITS = 6;
    private static final String NAMELESS = "unnamed";

    /** Letters that do not fall apart into a base letter and marks, or that German spells out. */
    private static final Map<Character, String> SPELLED_OUT = Map.ofEntries(
            Map.entry('ä', "ae"),
            Map.entry('ö', "oe"),
            Map.entry('ü', "ue"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9_]+");
    private static final Pattern OUTER_UNDERSCORES = Pattern.compile("^_+|_+$");

    private NameRules() {}

    /** The name alone, whatever else there is. */
    static String clean(String original) {
        return clean(original, LONGEST);
    }

    private static String clean(String original, int longest) {
        String lower = original.toLowerCase(Locale.ROOT);
        String name = isPlain(lower) ? lower : spelled(lower);
        if (name.isEmpty()) {
            return NAMELESS + "_" + hash(original, 0);
        }
        return name.length() <= longest ? name : suffixed(name, hash(original, 0), longest);
    }

    /** True for the usual name, with which nothing needs doing. */
    private static boolean isPlain(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean inner = c == '_' && i > 0 && i < lower.length() - 1;
            if (!inner && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String spelled(String lower) {
        String underscored = OTHERS.matcher(transliterated(lower)).replaceAll("_");
        return OUTER_UNDERSCORES.matcher(underscored).replaceAll("");
    }

    private static String transliterated(String lower) {
        StringBuilder spelled = new StringBuilder(lower.length());
        for (char c : Normalizer.normalize(lower, Normalizer.Form.NFC).toCharArray()) {
            spelled.append(SPELLED_OUT.getOrDefault(c, String.valueOf(c)));
        }
        String decomposed = Normalizer.normalize(spelled, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * Gives each original a name of its own. Of those that would share a name, the one that holds it or else is spelled like
     * it keeps it, else the first in sort order; the others get a hash of their original. The result depends neither on the
     * order of the originals nor on originals that look different.
     *
     * @param holds whether an original has had a name so far
     */
    static Names assign(Collection<String> originals, int longest, BiPredicate<String, String> holds) {
        Map<String, String> plain = new HashMap<>();
        originals.forEach(original -> plain.computeIfAbsent(original, each -> clean(each, longest)));
        Set<String> distinct = new HashSet<>(plain.values());
        return distinct.size() == plain.size()
                ? new Names(plain, Collections.emptySortedMap())
                : withoutCollisions(plain, distinct, longest, holds);
    }

    static Names assign(Collection<String> originals, int longest) {
        return assign(originals, longest, (original, name) -> false);
    }

    static Names assign(Collection<String> originals) {
        return assign(originals, LONGEST);
    }

    /**
     * Names by original.
     *
     * @param names    a name for each original, all different
     * @param suffixed the originals that had to leave their plain name to another, with that name; sorted
     */
    record Names(Map<String, String> names, SortedMap<String, String> suffixed) {

        String of(String original) {
            return Objects.requireNonNull(names.get(original), "an original that was not given a name");
        }

        /** The names of some of the originals. */
        Names only(Set<String> some) {
            Map<String, String> fewer = new HashMap<>(names);
            fewer.keySet().retainAll(some);
            SortedMap<String, String> fewerSuffixed = new TreeMap<>(suffixed);
            fewerSuffixed.keySet().retainAll(some);
            return new Names(fewer, fewerSuffixed);
        }
    }

    private static Names withoutCollisions(
            Map<String, String> plain, Set<String> taken, int longest, BiPredicate<String, String> holds) {
        Map<String, String> keepers = plain.keySet().stream()
                .collect(Collectors.toMap(plain::get, Function.identity(), BinaryOperator.minBy(claim(plain, holds))));
        SortedMap<String, String> others = new TreeMap<>(plain);
        others.keySet().removeAll(keepers.values());
        Map<String, String> names = new HashMap<>(plain);
        others.forEach((original, name) -> names.put(original, free(original, name, taken, longest)));
        return new Names(names, others);
    }

    /** The one that holds its plain name comes first, then the one that is spelled like it. */
    private static Comparator<String> claim(Map<String, String> plain, BiPredicate<String, String> holds) {
        return Comparator.comparing(
                        (String original) -> !holds.test(original, Objects.requireNonNull(plain.get(original))))
                .thenComparing(original -> !original.equals(plain.get(original)))
                .thenComparing(original -> !original.equalsIgnoreCase(plain.get(original)))
                .thenComparing(Comparator.naturalOrder());
    }

    private static String free(String original, String name, Set<String> taken, int longest) {
        int attempt = 0;
        String candidate = suffixed(name, hash(original, attempt), longest);
        while (!taken.add(candidate)) {
            candidate = suffixed(name, hash(original, ++attempt), longest);
        }
        return candidate;
    }

    private static String suffixed(String name, String hash, int longest) {
        return name.substring(0, Math.min(name.length(), longest - hash.length() - 1)) + "_" + hash;
    }

    private static String hash(String original, int attempt) {
        return new Digest("name", attempt).add(original).hex().substring(0, HASH_DIGITS);
    }
}
