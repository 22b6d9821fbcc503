package io.catalogbridge.mapping.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param name         technical name, case-sensitive
 * @param type         data type; {@link DataType.Unresolved} where it cannot be known
 * @param key          part of the primary key
 * @param nullable     may be null
 * @param label        business name; absent if none was given
 * @param description  longer text; absent if none was given
 * @param role         dimension, measure or neither
 * @param semantics    what the values stand for
 * @param defaultValue default as text; absent if none
 * @param nativeType   data type as the system spells it that the values come from; absent if not stated
 */
public record Column(
        String name,
        DataType type,
        boolean key,
        boolean nullable,
        @Nullable String label,
        @Nullable String description,
        ColumnRole role,
        Semantics semantics,
        @Nullable String defaultValue,
        @Nullable String nativeType) {

    public Column {
        label = BusinessContext.blankToNull(label);
        description = BusinessContext.blankToNull(description);
    }

    /** A column whose type in another system is not stated. */
    public Column(
            String name,
            DataType type,
            boolean key,
            boolean nullable,
            @Nullable String label,
            @Nullable String description,
            ColumnRole role,
            Semantics semantics,
            @Nullable String defaultValue) {
        this(name, type, key, nullable, label, description, role, semantics, defaultValue, null);
    }

    /** A nullable column of which only name and type are known. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, false, true, null, null, ColumnRole.NONE, Semantics.NONE, null);
    }

    public Column withType(DataType other) {
        return new Column(name, other, key, nullable, label, description, role, semantics, defaultValue, nativeType);
    }

    public Column withLabel(@Nullable String other) {
        return new Column(name, type, key, nullable, other, description, role, semantics, defaultValue, nativeType);
    }

    public Column withDescription(@Nullable String other) {
        return new Column(name, type, key, nullable, label, other, role, semantics, defaultValue, nativeType);
    }

    public Column withKey(boolean other) {
        return new Column(name, type, other, nullable, label, description, role, semantics, defaultValue, nativeType);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, key, other, label, description, role, semantics, defaultValue, nativeType);
    }

    public Column withRole(ColumnRole other) {
        return new Column(name, type, key, nullable, label, description, other, semantics, defaultValue, nativeType);
    }

    public Column withSemantics(Semantics other) {
        return new Column(name, type, key, nullable, label, description, role, other, defaultValue, nativeType);
    }
}
