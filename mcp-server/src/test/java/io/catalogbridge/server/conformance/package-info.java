/**
 * A server that offers what the protocol's own conformance suite asks for by name, on the product's protocol layer. Started as a
 * process of its own by the checks under {@code .ci/interop}.
 */
@NullMarked
package io.catalogbridge.server.conformance;

import org.jspecify.annotations.NullMarked;
