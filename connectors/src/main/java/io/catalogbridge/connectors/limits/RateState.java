package io.catalogbridge.connectors.limits;

import java.time.Duration;

/**
 * A limiter at one moment, for people to see.
 *
 * @param system           what is being limited, such as {@code glue writes}
 * @param perSecond        the rate now; infinite without a limit
 * @param ceilingPerSecond the configured rate; infinite without a limit
 * @param tokens           calls that could be made at once
 * @param waiting          threads that wait for their turn
 * @param pause            how long nobody may call, because the system asked for it
 * @param granted          calls let through since the start
 * @param throttled        how often the system said that it was called too often
 * @param utilisation      calls let through as a share of what the ceiling allowed between the first and the last of them,
 *                         from 0 to 1; 0 without a limit
 */
public record RateState(
        String system,
        double perSecond,
        double ceilingPerSecond,
        double tokens,
        int waiting,
        Duration pause,
        long granted,
        long throttled,
        double utilisation) {}
