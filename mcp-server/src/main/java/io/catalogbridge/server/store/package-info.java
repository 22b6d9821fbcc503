/**
 * What outlives a process: plans, runs, what was last applied, what was discovered, and the search index over it.
 *
 * <p>SQLite in the data folder; survives being killed at any moment. Several processes may use it at once. Imports the
 * records of {@code mapping} and the SPI of {@code connectors}; knows neither the engine nor any way it is called.
 */
@NullMarked
package io.catalogbridge.server.store;

import org.jspecify.annotations.NullMarked;
