package io.catalogbridge.server.doctor;

import java.util.function.Consumer;

/** Looks at one part of a set-up. */
@FunctionalInterface
interface Examination {

    /** Tells each check as soon as it is known. May throw what the part it looks at throws. */
    void run(Consumer<Check> findings);
}
