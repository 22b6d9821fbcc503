package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.Plans.StoredPlan;
import java.util.List;

/**
 * A plan that was just made and stored.
 *
 * @param reading     the reading it was made from; applying at once needs no other
 * @param targetCalls the calls that reading took
 * @param gaps        what could not be discovered
 */
public record Planned(StoredPlan stored, TargetReading reading, CallCounts targetCalls, List<Gap> gaps) {

    public Plan plan() {
        return stored.plan();
    }
}
