/**
 * What the tests of connectors share, also with those of other modules: contracts that every implementation has to meet,
 * and stand-ins that meet them in memory. Imports {@code connectors.spi} and {@code connectors.http}, no connector.
 */
@NullMarked
package io.catalogbridge.connectors.testing;

import org.jspecify.annotations.NullMarked;
