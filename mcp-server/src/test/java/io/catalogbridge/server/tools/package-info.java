/** The tools on a real store and engine, in front of a source and a target that live in memory. */
@NullMarked
package io.catalogbridge.server.tools;

import org.jspecify.annotations.NullMarked;
