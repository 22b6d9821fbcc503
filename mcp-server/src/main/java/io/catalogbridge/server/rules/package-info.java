/**
 * Versions of the mapping rules: what is in force, who changed it and why, and what a change would do.
 *
 * <p>The configuration gives the rules of an environment; versions are kept in the store and lie on top of it. A version is
 * used by the next plan and writes nothing by itself. Imports {@code store} and {@code mapping}; knows neither the engine nor any
 * way it is called.
 */
@NullMarked
package io.catalogbridge.server.rules;

import org.jspecify.annotations.NullMarked;
