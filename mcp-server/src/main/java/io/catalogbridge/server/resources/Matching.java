package io.catalogbridge.server.resources;

import io.catalogbridge.server.surface.Completion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Picks from a short list what somebody began to type: beginnings first, then what holds it; otherwise in their order. */
final class Matching {

    private Matching() {}

    static Completion of(List<String> values, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<String> beginnings = values.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        Stream<String> others = values.stream()
                .filter(value -> !beginnings.contains(value))
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
        return Completion.of(Stream.concat(beginnings.stream(), others).toList());
    }
}
