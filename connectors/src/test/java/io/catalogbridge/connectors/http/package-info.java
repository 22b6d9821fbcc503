/** A real client against a real server on loopback, whose answers are scripted; time passes only by sleeping. */
@NullMarked
package io.catalogbridge.connectors.http;

import org.jspecify.annotations.NullMarked;
