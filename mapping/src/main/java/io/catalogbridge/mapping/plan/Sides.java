package io.catalogbridge.mapping.plan;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three sides of a comparison: what we last wrote, what is there, what should be. */
record Sides<T extends @Nullable Object>(T last, T current, T desired) {

    <R extends @Nullable Object> Sides<R> map(Function<? super T, ? extends R> part) {
        return new Sides<>(part.apply(last), part.apply(current), part.apply(desired));
    }
}
