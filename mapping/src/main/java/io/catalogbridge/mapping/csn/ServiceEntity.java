package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Parameter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code $metadata} of one asset says. Columns have their original names.
 *
 * @param texts      names of columns that only hold the texts of others, added by the service
 * @param analytical served for analysis, without keys
 */
record ServiceEntity(
        @Nullable String label,
        List<Column> columns,
        Set<String> texts,
        List<Parameter> parameters,
        List<Hierarchy> hierarchies,
        boolean analytical) {

    /** The richest first, independent of the order of arrival. */
    static final Comparator<ServiceEntity> RICHEST_FIRST = Comparator.comparingInt(
                    (ServiceEntity entity) -> entity.analytical() ? 1 : 0)
            .thenComparingInt(entity -> -entity.columns().size())
            .thenComparing(ServiceEntity::toString);

    ServiceEntity {
        columns = List.copyOf(columns);
        texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
        parameters = List.copyOf(parameters);
        hierarchies = List.copyOf(hierarchies);
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
