/** The budgets of speed, measured as users measure them. */
@NullMarked
package io.catalogbridge.server.bench;

import org.jspecify.annotations.NullMarked;
