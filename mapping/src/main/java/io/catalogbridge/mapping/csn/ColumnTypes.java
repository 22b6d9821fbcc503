package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.DataType.Unresolved;
import io.catalogbridge.mapping.csn.ColumnOrigin.Computed;
import io.catalogbridge.mapping.csn.ColumnOrigin.Copied;
import io.catalogbridge.mapping.csn.ColumnOrigin.Hidden;
import io.catalogbridge.mapping.csn.ColumnOrigin.Merged;
import io.catalogbridge.mapping.csn.ColumnOrigin.Sibling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the types of columns that state none, by following them from object to object. Not thread-safe; remembers what it
 * found.
 */
final class ColumnTypes {

    private final Definitions definitions;
    private final ServiceTypes services;
    private final Map<Place, DataType> found = new HashMap<>();

    /** What the service metadata of an asset says about a column; the last resort. */
    interface ServiceTypes {
        Optional<DataType> typeOf(AssetId id, String column);
    }

    /** One column of one asset. */
    record Place(AssetId id, String column) {}

    ColumnTypes(Definitions definitions, ServiceTypes services) {
        this.definitions = definitions;
        this.services = services;
    }

    DataType typeOf(AssetId id, String column) {
        return typeOf(id, column, new Descent());
    }

    private DataType typeOf(AssetId id, String column, Descent descent) {
        Optional<Column> stated = definitions.column(id, column);
        if (stated.isPresent() && !stated.get().type().equals(ElementReader.UNTYPED)) {
            return stated.get().type();
        }
        DataType known = found.get(new Place(id, column));
        return known != null ? known : follow(id, column, descent);
    }

    private DataType follow(AssetId id, String column, Descent descent) {
        String step = id.column(column);
        if (!descent.enter(step)) {
            return new Unresolved("it refers to itself, or leads too far");
        }
        DataType derived = derive(id, column, descent);
        descent.leave(step);
        DataType type =
                derived instanceof Unresolved ? services.typeOf(id, column).orElse(derived) : derived;
        found.put(new Place(id, column), type);
        return type;
    }

    private DataType derive(AssetId id, String column, Descent descent) {
        Optional<Draft> draft = definitions.find(id);
        if (draft.isEmpty()) {
            return new Unresolved("its source " + id.text() + " was not read");
        }
        ColumnOrigin origin = draft.get().shape().origins().get(column);
        return origin == null
                ? new Unresolved("its source " + id.text() + " has no column '" + column + "'")
                : typeOf(id, draft.get(), origin, descent);
    }

    private DataType typeOf(AssetId id, Draft draft, ColumnOrigin origin, Descent descent) {
        if (origin instanceof Copied copied) {
            return source(draft, copied)
                    .map(place -> typeOf(place.id(), place.column(), descent))
                    .orElseGet(() -> new Unresolved(
                            "its source " + copied.object() + " does not lead to " + String.join(".", copied.path())));
        }
        if (origin instanceof Sibling sibling) {
            return typeOf(id, sibling.column(), descent);
        }
        if (origin instanceof Computed computed) {
            DataType declared = computed.declared();
            return declared != null ? declared : new Unresolved("it is calculated and no type is stated");
        }
        return origin instanceof Merged merged
                ? firstResolved(id, draft, merged, descent)
                : new Unresolved("it " + ((Hidden) origin).reason());
    }

    private DataType firstResolved(AssetId id, Draft draft, Merged merged, Descent descent) {
        DataType type = new Unresolved("it is in no branch of the union");
        for (ColumnOrigin branch : merged.branches()) {
            type = typeOf(id, draft, branch, descent);
            if (!(type instanceof Unresolved)) {
                return type;
            }
        }
        return type;
    }

    /** The column at the end of a path; empty if an association on the way is not known. */
    Optional<Place> source(Draft user, Copied copied) {
        Optional<AssetId> object = definitions.resolve(user.space(), copied.object());
        int last = copied.path().size() - 1;
        for (String step : copied.path().subList(0, last)) {
            object = object.flatMap(id -> target(id, step));
        }
        return object.map(id -> new Place(id, copied.path().get(last)));
    }

    private Optional<AssetId> target(AssetId id, String association) {
        return definitions
                .find(id)
                .flatMap(draft -> draft.shape().associations().stream()
                        .filter(candidate -> candidate.name().equals(association))
                        .findFirst()
                        .flatMap(candidate -> definitions.resolve(draft.space(), candidate.target())));
    }
}
