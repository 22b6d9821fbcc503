package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.catalog.Space.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Joins what several answers say about the same space. */
final class Spaces {

    private Spaces() {}

    static Space both(Space one, Space other) {
        return new Space(
                one.name(),
                either(one.label(), other.label(), one.name()),
                either(one.description(), other.description(), one.name()),
                connections(one, other));
    }

    /** A label that only repeats the name says less than any other. */
    private static @Nullable String either(@Nullable String one, @Nullable String other, String name) {
        return Stream.of(one, other)
                .flatMap(Stream::ofNullable)
                .min(Comparator.<String, Boolean>comparing(text -> text.equals(name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static List<Connection> connections(Space one, Space other) {
        return Stream.concat(one.connections().stream(), other.connections().stream())
                .distinct()
                .sorted(Comparator.comparing(Connection::name).thenComparing(Connection::toString))
                .toList();
    }
}
