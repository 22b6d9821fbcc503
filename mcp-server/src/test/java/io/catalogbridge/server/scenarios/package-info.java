/**
 * Whole runs over real connections: a sandbox on loopback, the real clients, engine and store. What belongs here spans
 * several modules, such as call budgets, bad days, processes that are killed; a rule of one class is tested beside it.
 *
 * <p>May import everything. Waits for nothing but events: moments that a server reaches, processes that end.
 */
@NullMarked
package io.catalogbridge.server.scenarios;

import org.jspecify.annotations.NullMarked;
