/**
 * The heart: what a Datasphere tenant means and what a Glue catalog should therefore say.
 *
 * <p>Pure. No I/O, no clock, no logging, no HTTP, AWS or MCP type; imports nothing else of ours.
 */
@NullMarked
package io.catalogbridge.mapping;

import org.jspecify.annotations.NullMarked;
