/**
 * A small HTTP server on the loopback interface with latency, rate limits, injected faults and exact call counts.
 *
 * <p>What an answer says, and how this system words a throttle or an error, is the business of an {@link
 * io.catalogbridge.connectors.sandbox.http.HttpEndpoint}. This package may import Jetty and SLF4J, nothing of ours.
 */
@NullMarked
package io.catalogbridge.connectors.sandbox.http;

import org.jspecify.annotations.NullMarked;
