package io.catalogbridge.connectors.datasphere;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The spaces whose objects the definitions read so far mention as {@code SPACE.OBJECT}. Types and semantics of columns may
 * come from there. Thread-safe.
 */
final class MentionedSpaces {

    private final Set<String> known;
    private final Set<String> mentioned = ConcurrentHashMap.newKeySet();

    /** A text counts as a mention only if it begins with one of the known spaces. */
    MentionedSpaces(Collection<String> known) {
        this.known = Set.copyOf(known);
    }

    void note(JsonNode document) {
        if (document.isString()) {
            noteText(document.asString());
        } else {
            document.forEach(this::note);
        }
    }

    private void noteText(String text) {
        int dot = text.indexOf('.');
        if (dot > 0 && known.contains(text.substring(0, dot))) {
            mentioned.add(text.substring(0, dot));
        }
    }

    SortedSet<String> outside(Collection<String> spaces) {
        SortedSet<String> others = new TreeSet<>(mentioned);
        others.removeAll(spaces);
        return others;
    }
}
