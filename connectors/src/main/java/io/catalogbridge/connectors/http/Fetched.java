package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.spi.ConnectorException;
import java.util.function.Function;
import okhttp3.Headers;

/** What a call brought: a body, or a refusal that trying again would not change. */
public sealed interface Fetched<T> {

    /** The answer is as promised. */
    record Body<T>(T value, Headers headers) implements Fetched<T> {
        @Override
        public T orThrow() {
            return value;
        }
    }

    /**
     * A status between 400 and 499 other than 408 and 429.
     *
     * @param code  the other side's machine-readable word for it; empty if it gave none
     * @param error the same as an exception, ready to be thrown
     */
    record Refused<T>(int status, String code, ConnectorException error) implements Fetched<T> {
        @Override
        public T orThrow() {
            throw error;
        }
    }

    /**
     * The body.
     *
     * @throws ConnectorException if the call was refused
     */
    T orThrow();

    /** The same with another reading of the body. */
    default <R> Fetched<R> map(Function<T, R> reading) {
        if (this instanceof Body<T> body) {
            return new Body<>(reading.apply(body.value), body.headers);
        }
        Refused<T> refused = (Refused<T>) this;
        return new Refused<>(refused.status, refused.code, refused.error);
    }

    /** True if refused with this status. */
    default boolean refusedWith(int status) {
        return this instanceof Refused<T> refused && refused.status == status;
    }
}
