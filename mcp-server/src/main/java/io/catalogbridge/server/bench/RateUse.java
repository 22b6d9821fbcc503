package io.catalogbridge.server.bench;

import io.catalogbridge.connectors.limits.RateState;

/**
 * How much of a configured rate limit was made use of.
 *
 * @param system    what is limited, such as {@code glue writes}
 * @param perSecond the configured limit
 * @param share     calls made as a share of those allowed between the first and the last, from 0 to 1
 */
public record RateUse(String system, double perSecond, double share) {

    static RateUse of(RateState state) {
        return new RateUse(state.system(), state.ceilingPerSecond(), state.utilisation());
    }
}
