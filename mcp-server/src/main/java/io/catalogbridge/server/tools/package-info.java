/**
 * What assistants can do, one class per tool: parse the arguments, call a use case, render the result.
 *
 * <p>Tools see one small call interface and know nothing of the protocol that carries it. They answer from the store; only
 * planning, running and, if asked to, checking health talk to other systems. {@link io.catalogbridge.server.tools.ToolSet} lists
 * them all.
 */
@NullMarked
package io.catalogbridge.server.tools;

import org.jspecify.annotations.NullMarked;
