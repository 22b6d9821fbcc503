/**
 * How a server on standard streams gets to its first answer soon: the options that Java is started with, and an archive of
 * loaded classes made once per jar and Java.
 *
 * <p>Starts processes of this program; knows nothing of what they serve. Imports nothing else of ours.
 */
@NullMarked
package io.catalogbridge.server.startup;

import org.jspecify.annotations.NullMarked;
