/**
 * Questions that assistants are asked, answered without a model: which calls answer each, what the answers must hold, and what
 * they cost.
 */
@NullMarked
package io.catalogbridge.server.evaluation;

import org.jspecify.annotations.NullMarked;
