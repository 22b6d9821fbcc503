package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.aws.Shape.Structure;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** An operation of the Glue API: what it takes, and what it does with that. */
record GlueOperation(Structure input, Function<Request, ObjectNode> action) {}
