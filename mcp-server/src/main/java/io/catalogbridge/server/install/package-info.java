/**
 * Writes an entry for this server into the configuration of programs that assistants run in, and leaves everything else in
 * those files as it is, comments and layout included.
 *
 * <p>Knows where each program keeps its configuration and what an entry looks like there. Imports nothing else of ours.
 */
@NullMarked
package io.catalogbridge.server.install;

import org.jspecify.annotations.NullMarked;
