/**
 * How fast another system may be called: one adaptive token bucket per system, account and group of operations, shared by
 * everybody who calls it. Knows nothing of any protocol: callers say when they were throttled. Imports {@code spi} only.
 */
@NullMarked
package io.catalogbridge.connectors.limits;

import org.jspecify.annotations.NullMarked;
