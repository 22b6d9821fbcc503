/**
 * Everything the author of a connector has to read: where metadata comes from, where it goes, and how both report what
 * happened. Imports the models of {@code mapping} only.
 */
@NullMarked
package io.catalogbridge.connectors.spi;

import org.jspecify.annotations.NullMarked;
