/**
 * How fast the product is, in figures that do not depend on the machine: calls, ratios, use of a rate limit, peak of heap.
 *
 * <p>Measures what users run: a {@code Bridge} opened from a configuration, against a sandbox in the same process. No shortcuts
 * of its own; may use everything below {@code cli}.
 */
@NullMarked
package io.catalogbridge.server.bench;

import org.jspecify.annotations.NullMarked;
