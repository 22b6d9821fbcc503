/**
 * Where the log goes and how a line of it looks: standard error for whoever started the process, a file in the data folder for
 * whoever looks later. Never standard output.
 *
 * <p>Set up in code and without a configuration file, since a server on standard streams starts with every conversation.
 */
@NullMarked
package io.catalogbridge.server.logging;

import org.jspecify.annotations.NullMarked;
