package io.catalogbridge.connectors.glue;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call that changes one object, and how to find out what became of it.
 *
 * @param subject   the object, as people are told of it
 * @param operation as AWS names it
 * @param call      makes the change
 * @param actual    reads the object as it is now; empty if there is none
 */
record Write(String subject, String operation, Supplier<?> call, Supplier<Optional<Actual>> actual) {

    /**
     * An object after a write whose success is in doubt.
     *
     * @param asWanted  true if everything managed is as the write would have it
     * @param untouched true if it is still as the write expected to find it
     * @param seen      what somebody else has done to it: who, when
     */
    record Actual(boolean asWanted, boolean untouched, String seen) {}
}
