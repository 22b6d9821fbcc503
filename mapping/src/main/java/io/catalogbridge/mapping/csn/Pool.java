package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.csn.Draft.DraftShape;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps one instance of equal names, labels, types and semantics: a tenant repeats the same few in most of its tables. */
final class Pool {

    private final ConcurrentHashMap<String, String> texts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<DataType, DataType> types = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Semantics, Semantics> semantics = new ConcurrentHashMap<>();

    Draft share(Draft draft) {
        DraftShape shape = draft.shape();
        return new Draft(
                draft.space(),
                draft.name(),
                draft.standing(),
                draft.business(),
                draft.external(),
                new DraftShape(
                        shape.columns().stream().map(this::share).toList(),
                        shape.origins(),
                        shape.associations(),
                        shape.hierarchies(),
                        shape.parameters(),
                        shape.keySequence()),
                draft.content(),
                draft.remarks());
    }

    private Column share(Column column) {
        return new Column(
                one(texts, column.name()),
                one(types, column.type()),
                column.key(),
                column.nullable(),
                text(column.label()),
                text(column.description()),
                column.role(),
                one(semantics, column.semantics()),
                text(column.defaultValue()),
                text(column.nativeType()));
    }

    private @Nullable String text(@Nullable String text) {
        return text == null ? null : one(texts, text);
    }

    private static <T> T one(ConcurrentHashMap<T, T> pool, T value) {
        T known = pool.putIfAbsent(value, value);
        return known == null ? value : known;
    }
}
