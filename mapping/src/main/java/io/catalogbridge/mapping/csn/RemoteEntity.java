package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.ExternalObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The three spellings of what a remote table stands for: {@code DATABASE U+007F SCHEMA U+007F OBJECT}, where the database may be
 * {@code <NULL>}; {@code "SCHEMA"."OBJECT"} in quotes; and plain. Read as {@code SCHEMA.OBJECT}.
 */
final class RemoteEntity {

    private static final String SEPARATOR = "\u007f";
    private static final String NONE = "<NULL>";

    private RemoteEntity() {}

    static ExternalObject of(String connection, String entity) {
        return new ExternalObject(connection, String.join(".", parts(entity)));
    }

    private static List<String> parts(String entity) {
        return entity.contains(SEPARATOR)
                ? Arrays.stream(entity.split(SEPARATOR))
                        .filter(part -> !part.isEmpty() && !part.equals(NONE))
                        .toList()
                : List.of(unquoted(entity));
    }

    private static String unquoted(String entity) {
        boolean quoted = entity.length() > 2 && entity.startsWith("\"") && entity.endsWith("\"");
        return quoted
                ? Arrays.stream(entity.substring(1, entity.length() - 1).split("\"\\.\""))
                        .map(part -> part.replace("\"\"", "\""))
                        .collect(Collectors.joining("."))
                : entity;
    }
}
