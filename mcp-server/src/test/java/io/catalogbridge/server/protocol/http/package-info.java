/** Real clients in front of a real server on loopback. */
@NullMarked
package io.catalogbridge.server.protocol.http;

import org.jspecify.annotations.NullMarked;
