package io.catalogbridge.server.bench;

import java.time.Duration;

/**
 * How long mapping and planning took.
 *
 * @param tables       how many
 * @param mapping      from the snapshot to what Glue should say
 * @param creation     planning against an empty catalog
 * @param created      objects that this plan creates: tables and their databases
 * @param idle         planning against a catalog that is as it should be
 * @param idleChanges  changes in that plan; none, if planning is right
 * @param peakHeap     highest use of heap in bytes, garbage not yet collected included
 */
public record PlanMeasurement(
        int tables, Duration mapping, Duration creation, long created, Duration idle, int idleChanges, long peakHeap) {

    /** Mapping and both plans together, in microseconds. */
    public double microsecondsPerTable() {
        return mapping.plus(creation).plus(idle).toNanos() / 1e3 / tables;
    }
}
