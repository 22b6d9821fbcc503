package io.catalogbridge.connectors.spi;

import io.catalogbridge.mapping.glue.GlueObservation;

/**
 * What a target read, with whatever it needs to remember of the objects it does not own. Immutable; only the target that
 * made it can use it.
 */
public interface TargetReading {

    GlueObservation observation();
}
