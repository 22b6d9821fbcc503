package io.catalogbridge.mapping.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What three sides become.
 *
 * @param after    what will be there
 * @param baseline what then counts as last applied: the desired side where it is reached, else the last applied one, so that
 *                 a person's edit stays visible as one
 */
record Merged<T extends @Nullable Object>(T after, T baseline) {

    /** Equal values, but in place of copies the side itself: plans of large catalogs would hold every table twice more. */
    Merged<T> sharing(T desired) {
        return new Merged<>(shared(after, desired), shared(baseline, desired));
    }

    private static <T extends @Nullable Object> T shared(T value, T desired) {
        return Objects.equals(value, desired) ? desired : value;
    }
}
