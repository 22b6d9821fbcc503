/**
 * A Datasphere tenant and an AWS account on one's own machine: both servers, started and stopped together.
 *
 * <p>Only the composition lives here. The servers are reached over HTTP like the systems they stand for; nothing outside
 * this package and its sub-packages may depend on how they work.
 */
@NullMarked
package io.catalogbridge.connectors.sandbox;

import org.jspecify.annotations.NullMarked;
