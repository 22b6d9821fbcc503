/**
 * What the shipped demo tenant promises to its readers: that it is whole, consistent and covers the grammar.
 *
 * <p>Reads the resource folder on its own, without the loader of the sandbox, so that both cannot be wrong in the
 * same way. Imports nothing of ours.
 */
@NullMarked
package io.catalogbridge.connectors.sandbox.demo;

import org.jspecify.annotations.NullMarked;
