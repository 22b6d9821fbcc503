package io.catalogbridge.mapping.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before and after the changing part of a name. Different parts give different names. */
record NamePattern(String before, String after) {

    static final String SPACE = "{space}";
    static final String PROCESS = "{process}";

    private static final String ENVIRONMENT = "{env}";

    /** The changing part needs room for a readable rest and a hash. */
    private static final int LEAST_ROOM = 24;

    private static final Pattern FIXED = Pattern.compile("[a-z0-9_]*");

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if the pattern does not hold the placeholder once, or makes no valid names
     */
    static NamePattern of(String pattern, String placeholder, String environment) {
        String named = pattern.replace(ENVIRONMENT, NameRules.clean(environment));
        Matcher matcher =
                Pattern.compile("(.*?)" + Pattern.quote(placeholder) + "(.*)").matcher(named);
        if (!matcher.matches() || !isFixed(matcher.group(1)) || !isFixed(matcher.group(2))) {
            throw new IllegalArgumentException(
                    "a name pattern has " + placeholder + " once, and lower-case letters, digits, " + "underscores and "
                            + ENVIRONMENT + " around it: '" + pattern + "'");
        }
        return sized(new NamePattern(matcher.group(1), matcher.group(2)), pattern);
    }

    private static NamePattern sized(NamePattern parts, String pattern) {
        if (parts.room() < LEAST_ROOM) {
            throw new IllegalArgumentException("the name pattern '" + pattern + "' leaves fewer than " + LEAST_ROOM
                    + " of " + NameRules.LONGEST + " characters");
        }
        return parts;
    }

    private static boolean isFixed(String text) {
        return FIXED.matcher(text).matches();
    }

    /** How long the changing part may be. */
    int room() {
        return NameRules.LONGEST - before.length() - after.length();
    }

    String name(String part) {
        return before + part + after;
    }
}
