/** Both servers together, asked by real clients. */
@NullMarked
package io.catalogbridge.connectors.sandbox;

import org.jspecify.annotations.NullMarked;
