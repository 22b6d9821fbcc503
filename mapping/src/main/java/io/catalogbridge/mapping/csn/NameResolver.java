package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells {@code SPACE.OBJECT} from an object whose name begins with a namespace. A name that a list or the catalog gives to an
 * object of the space is that object; else the first part counts as a space if one is called so, or if a context stands for
 * one; else the name belongs to the space where it is used.
 */
final class NameResolver {

    private final Set<String> spaces;
    private final Map<String, String> contexts;
    private final Set<AssetId> known;

    NameResolver(Set<String> spaces, Map<String, String> contexts, Set<AssetId> known) {
        this.spaces = Set.copyOf(spaces);
        this.contexts = Map.copyOf(contexts);
        this.known = known;
    }

    /** Empty if no object can have this name. */
    Optional<AssetId> resolve(String space, String name) {
        Optional<AssetId> own = Ids.of(space, name);
        return own.isPresent() && known.contains(own.get())
                ? own
                : qualified(name).or(() -> own);
    }

    private Optional<AssetId> qualified(String name) {
        int dot = name.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String first = name.substring(0, dot);
        String space = contexts.getOrDefault(first, spaces.contains(first) ? first : "");
        return Ids.of(space, name.substring(dot + 1));
    }
}
