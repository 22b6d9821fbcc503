package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Association.ColumnPair;
import io.catalogbridge.mapping.csn.Draft.DraftAssociation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads an association and, if it is a plain comparison of columns, its condition. */
final class AssociationReader {

    private AssociationReader() {}

    /** Empty if the association has no target. */
    static Optional<DraftAssociation> read(String name, JsonNode element) {
        String target = Json.text(element, "target");
        return target == null || target.isEmpty()
                ? Optional.empty()
                : Optional.of(new DraftAssociation(name, target, pairs(name, element)));
    }

    private static List<ColumnPair> pairs(String name, JsonNode element) {
        return element.has("on") ? comparedPairs(name, element.path("on")) : keyPairs(element.path("keys"));
    }

    /** Foreign keys without a condition: a column of the same name here and there. */
    private static List<ColumnPair> keyPairs(JsonNode keys) {
        return Json.oneOrMany(keys).stream()
                .map(key -> QueryReader.path(key.path("ref")))
                .filter(path -> path.size() == 1)
                .map(path -> new ColumnPair(path.get(0), path.get(0)))
                .toList();
    }

    private static List<ColumnPair> comparedPairs(String name, JsonNode condition) {
        List<JsonNode> tokens = Json.oneOrMany(condition);
        List<ColumnPair> pairs = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i += 4) {
            Optional<ColumnPair> pair = pairAt(name, tokens, i);
            if (pair.isEmpty()) {
                return List.of();
            }
            pairs.add(pair.get());
        }
        return pairs;
    }

    /** Four tokens at a time: a reference, an equals sign, a reference, and {@code and} unless it is the last. */
    private static Optional<ColumnPair> pairAt(String name, List<JsonNode> tokens, int at) {
        boolean complete = at + 2 < tokens.size() && "=".equals(Json.text(tokens.get(at + 1)));
        boolean joined = at + 3 >= tokens.size() || "and".equals(Json.text(tokens.get(at + 3)));
        return complete && joined
                ? pair(
                        name,
                        QueryReader.path(tokens.get(at).path("ref")),
                        QueryReader.path(tokens.get(at + 2).path("ref")))
                : Optional.empty();
    }

    private static Optional<ColumnPair> pair(String name, List<String> one, List<String> other) {
        if (leadsThrough(name, other) && !leadsThrough(name, one)) {
            return here(one).map(column -> new ColumnPair(column, other.get(1)));
        }
        return leadsThrough(name, one) && !leadsThrough(name, other)
                ? here(other).map(column -> new ColumnPair(column, one.get(1)))
                : Optional.empty();
    }

    private static boolean leadsThrough(String name, List<String> path) {
        return path.size() == 2 && path.get(0).equals(name);
    }

    private static Optional<String> here(List<String> path) {
        boolean own = path.size() == 1
                || (path.size() == 2
                        && (path.get(0).equals("$self") || path.get(0).equals("$projection")));
        return own ? Optional.of(path.get(path.size() - 1)) : Optional.empty();
    }
}
