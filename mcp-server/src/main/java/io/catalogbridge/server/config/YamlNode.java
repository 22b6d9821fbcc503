package io.catalogbridge.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of a YAML file that remembers where it stands, so that every complaint can name file, line and path.
 *
 * @param file  name of the file as the user gave it
 * @param line  counted from 1
 * @param path  such as {@code environments.wolf.source.url}; empty for the root
 * @param value what stands there
 */
record YamlNode(String file, int line, String path, Value value) {

    /** What can stand at a place in the file. */
    sealed interface Value {}

    record Scalar(String text, boolean quoted) implements Value {}

    record Mapping(Map<String, YamlNode> entries) implements Value {
        Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    record Sequence(List<YamlNode> items) implements Value {
        Sequence {
            items = List.copyOf(items);
        }
    }

    record Absent() implements Value {}

    /** The entry of this name, or an absent node that knows where it should have stood. */
    YamlNode get(String key) {
        YamlNode entry = entries().get(key);
        return entry == null ? new YamlNode(file, line, child(key), new Absent()) : entry;
    }

    boolean present() {
        return !(value instanceof Absent);
    }

    /** The entries of a mapping; empty if nothing stands here. */
    Map<String, YamlNode> entries() {
        if (value instanceof Mapping mapping) {
            return mapping.entries();
        }
        if (value instanceof Absent) {
            return Map.of();
        }
        throw wrong("a mapping (key: value)");
    }

    /** The items of a sequence; a single scalar counts as a sequence of one; empty if nothing stands here. */
    List<YamlNode> items() {
        if (value instanceof Sequence sequence) {
            return sequence.items();
        }
        if (value instanceof Absent) {
            return List.of();
        }
        if (value instanceof Scalar) {
            return List.of(this);
        }
        throw wrong("a list");
    }

    /** The text that stands here. */
    String text() {
        if (value instanceof Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        throw value instanceof Absent ? missing() : wrong("a text");
    }

    String text(String otherwise) {
        return present() ? text() : otherwise;
    }

    /** Refuses entries that nobody reads, naming the closest known key. */
    YamlNode allowing(String... known) {
        Set<String> allowed = Set.of(known);
        entries().forEach((key, node) -> {
            if (!allowed.contains(key)) {
                throw node.error("unknown key '" + key + "'; expected one of "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
        });
        return this;
    }

    ConfigException missing() {
        return error("a value is required here");
    }

    ConfigException wrong(String expected) {
        return error("expected " + expected);
    }

    ConfigException error(String problem) {
        return new ConfigException(file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
