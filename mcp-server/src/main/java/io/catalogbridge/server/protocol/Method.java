package io.catalogbridge.server.protocol;

import tools.jackson.databind.node.ObjectNode;

/** Answers the requests of one name. Thread-safe. */
@FunctionalInterface
interface Method {

    /** The result, as both eras have it in common. */
    ObjectNode answer(Params params, Exchange exchange) throws Refusal;
}
