package io.catalogbridge.mapping.catalog;

import org.jspecify.annotations.Nullable;

/** A value to be given when a view or model is read: a view parameter or a model variable. */
public record Parameter(
        String name,
        DataType type,
        @Nullable String label,
        @Nullable String defaultValue) {}
