/**
 * The commands: each parses its arguments, calls a use case and prints the result, for people or as JSON.
 *
 * <p>Results go to the real standard output, everything else to standard error. No command holds logic that another caller
 * would need.
 */
@NullMarked
package io.catalogbridge.server.cli;

import org.jspecify.annotations.NullMarked;
