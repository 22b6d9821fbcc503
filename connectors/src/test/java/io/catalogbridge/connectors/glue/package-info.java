/** The SDK's own client against the sandbox's endpoint over loopback, failure by failure. */
@NullMarked
package io.catalogbridge.connectors.glue;

import org.jspecify.annotations.NullMarked;
