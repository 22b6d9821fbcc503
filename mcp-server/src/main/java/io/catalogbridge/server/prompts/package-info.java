/**
 * Beginnings of conversations that a person chooses, one class per prompt: what is known of the matter, and which tools to call
 * in which order.
 *
 * <p>They are filled from the store and name tools; they call none, and know nothing of the protocol that carries them.
 */
@NullMarked
package io.catalogbridge.server.prompts;

import org.jspecify.annotations.NullMarked;
