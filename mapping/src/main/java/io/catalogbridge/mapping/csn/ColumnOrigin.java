package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a column of a query or of a model comes from; objects are named as in the definition. */
sealed interface ColumnOrigin {

    /**
     * A column of an object, unchanged.
     *
     * @param path the column, after the associations that lead to it
     */
    record Copied(String object, List<String> path) implements ColumnOrigin {
        public Copied {
            path = List.copyOf(path);
        }

        static Copied of(String object, String column) {
            return new Copied(object, List.of(column));
        }
    }

    /** Another column of the same dataset, unchanged. */
    record Sibling(String column) implements ColumnOrigin {}

    /**
     * Calculated.
     *
     * @param inputs   what it is calculated from in the end, distinct; steps in between are left out
     * @param declared the type the definition states; absent if it states none
     */
    record Computed(List<ColumnOrigin> inputs, @Nullable DataType declared) implements ColumnOrigin {
        public Computed {
            inputs = inputs.stream().flatMap(Computed::inTheEnd).distinct().toList();
        }

        private static Stream<ColumnOrigin> inTheEnd(ColumnOrigin input) {
            return input instanceof Computed step ? step.inputs.stream() : Stream.of(input);
        }
    }

    /** One column in each branch of a union. */
    record Merged(List<ColumnOrigin> branches) implements ColumnOrigin {
        public Merged {
            branches = List.copyOf(branches);
        }
    }

    /** Cannot be known; {@code reason} completes "has no type because it ...". */
    record Hidden(String reason) implements ColumnOrigin {}
}
