package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A listing, page after page. A page may be shorter than asked for, or empty, and still have a successor.
 *
 * @param page  gets the page with this token; the first one has none
 * @param items what is on it
 */
record Pages<P, T>(String operation, Page<P> page, Function<P, List<T>> items) {

    /** Twice what a million tables, Glue's quota of an account, need; a listing that goes on is broken. */
    private static final int MOST_PAGES = 20_000;

    List<T> all(GlueCalls calls, Progress progress, Function<P, @Nullable String> next) {
        List<T> all = new ArrayList<>();
        each(calls, progress, next, all::add);
        return all;
    }

    void each(GlueCalls calls, Progress progress, Function<P, @Nullable String> next, Consumer<T> consumer) {
        String token = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            P answer = one(calls, progress, token);
            items.apply(answer).forEach(consumer);
            token = next.apply(answer);
            if (token == null || token.isEmpty()) {
                return;
            }
        }
        throw new ConnectorException(
                ErrorKind.INVALID,
                operation,
                operation + " did not end after " + MOST_PAGES + " pages",
                "Check that the endpoint is a Glue endpoint that pages properly.");
    }

    private P one(GlueCalls calls, Progress progress, @Nullable String token) {
        if (progress.cancelled()) {
            throw GlueFailure.stopped(operation, false);
        }
        return calls.make(operation, progress, () -> page.at(token)).value();
    }

    /** Gets one page. */
    @FunctionalInterface
    interface Page<P> {
        P at(@Nullable String token);
    }
}
