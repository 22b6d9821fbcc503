package io.catalogbridge.connectors.http;

/** Reads a successful answer's body; one that is not as promised is asked for again. */
@FunctionalInterface
public interface BodyReader<T> {

    /**
     * Reads the body.
     *
     * @throws MalformedBody if it is incomplete or no such format
     */
    T read(byte[] body) throws MalformedBody;

    /** The body is not what the protocol promises; says why in words. */
    final class MalformedBody extends Exception {
        private static final long serialVersionUID = 1L;

        public MalformedBody(String message) {
            super(message);
        }
    }
}
