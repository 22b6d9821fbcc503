package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Gives the names of one scope a form that OData allows, each a different one. Not thread-safe. */
final class EdmNames {

    private final Map<String, String> byOriginal = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The same name for the same original; a clash gets {@code _1}, {@code _2} and so on. */
    String of(String original) {
        return byOriginal.computeIfAbsent(original, this::free);
    }

    /** Illegal characters become underscores, and one is put before a leading digit. */
    static String sanitised(String original) {
        StringBuilder name = new StringBuilder();
        original.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || c == '_' ? c : '_')
                .forEach(name::appendCodePoint);
        boolean leadingDigit = name.length() > 0 && Character.isDigit(name.codePointAt(0));
        return leadingDigit || name.length() == 0 ? "_" + name : name.toString();
    }

    private String free(String original) {
        String base = sanitised(original);
        String name = base;
        for (int i = 1; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}
