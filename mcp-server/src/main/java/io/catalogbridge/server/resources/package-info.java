/**
 * What clients can read, one family of URIs per class: assets and tables, plans and runs, the mapping rules.
 *
 * <p>Everything is answered from the store; nothing here calls another system, changes anything, or knows the protocol that
 * carries it.
 */
@NullMarked
package io.catalogbridge.server.resources;

import org.jspecify.annotations.NullMarked;
