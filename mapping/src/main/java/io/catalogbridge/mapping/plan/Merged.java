package io.catalogbridge.mapping.plan;

import org.jspecify.annotations.Nullable;

/**
 * What three sides become.
 *
 * @param after    what will be there
 * @param baseline what then counts as last applied: the desired side where it is reached, else the last applied one, so that
 *                 a person's edit stays visible as one
 */
record Merged<T extends @Nullable Object>(T after, T baseline) {}
