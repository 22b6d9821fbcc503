/** A real client against a real loopback server. */
@NullMarked
package io.catalogbridge.connectors.sandbox.http;

import org.jspecify.annotations.NullMarked;
