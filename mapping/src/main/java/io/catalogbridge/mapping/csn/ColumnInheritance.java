package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole.Measure;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.csn.ColumnOrigin.Copied;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives the columns of an analytic model what they share with the columns they copy: texts, aggregation, currency, unit,
 * semantic types. A model's own words go first.
 */
final class ColumnInheritance {

    private final Definitions definitions;
    private final ColumnTypes types;

    ColumnInheritance(Definitions definitions, ColumnTypes types) {
        this.definitions = definitions;
        this.types = types;
    }

    List<Column> complete(Draft model) {
        Map<ColumnTypes.Place, String> copies = new HashMap<>();
        model.shape()
                .columns()
                .forEach(column -> placeOf(model, column).ifPresent(place -> copies.putIfAbsent(place, column.name())));
        return model.shape().columns().stream()
                .map(column -> placeOf(model, column)
                        .flatMap(place -> definitions
                                .column(place.id(), place.column())
                                .map(source -> inherit(column, source, place.id(), copies)))
                        .orElse(column))
                .toList();
    }

    private Optional<ColumnTypes.Place> placeOf(Draft model, Column column) {
        return model.shape().origins().get(column.name()) instanceof Copied copied
                ? types.source(model, copied)
                : Optional.empty();
    }

    private static Column inherit(
            Column column, Column source, AssetId sourceId, Map<ColumnTypes.Place, String> copies) {
        Column labelled = column.label() == null ? column.withLabel(source.label()) : column;
        Column described = labelled.description() == null ? labelled.withDescription(source.description()) : labelled;
        return aggregated(described, source)
                .withSemantics(semantics(column.semantics(), source.semantics(), sourceId, copies));
    }

    private static Column aggregated(Column column, Column source) {
        return column.role() instanceof Measure own
                        && own.aggregation() == null
                        && source.role() instanceof Measure theirs
                ? column.withRole(new Measure(own.kind(), theirs.aggregation(), own.formula()))
                : column;
    }

    private static Semantics semantics(
            Semantics own, Semantics theirs, AssetId sourceId, Map<ColumnTypes.Place, String> copies) {
        NavigableSet<String> types = new TreeSet<>(own.types());
        types.addAll(theirs.types());
        return new Semantics(
                either(own.currencyColumn(), copyOf(theirs.currencyColumn(), sourceId, copies)),
                either(own.unitColumn(), copyOf(theirs.unitColumn(), sourceId, copies)),
                either(own.textColumn(), copyOf(theirs.textColumn(), sourceId, copies)),
                own.textAssociation(),
                own.foreignKeyAssociation(),
                types,
                own.hidden(),
                own.representativeKey());
    }

    /** The model's copy of a column of the source; absent if the model has none. */
    private static @Nullable String copyOf(
            @Nullable String column, AssetId sourceId, Map<ColumnTypes.Place, String> copies) {
        return column == null ? null : copies.get(new ColumnTypes.Place(sourceId, column));
    }

    private static @Nullable String either(@Nullable String own, @Nullable String other) {
        return own != null ? own : other;
    }
}
