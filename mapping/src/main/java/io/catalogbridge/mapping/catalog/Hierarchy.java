package io.catalogbridge.mapping.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to drill down. */
public sealed interface Hierarchy {

    String name();

    @Nullable String label();

    /** Fixed levels, from the coarsest to the finest column. */
    record Leveled(String name, @Nullable String label, List<String> levels) implements Hierarchy {
        public Leveled {
            levels = List.copyOf(levels);
        }
    }

    /** Rows that name their parent row. */
    record ParentChild(String name, @Nullable String label, List<String> parents, List<String> children)
            implements Hierarchy {
        public ParentChild {
            parents = List.copyOf(parents);
            children = List.copyOf(children);
        }
    }

    /** Kept in another dataset. */
    record External(String name, @Nullable String label, String association) implements Hierarchy {}
}
