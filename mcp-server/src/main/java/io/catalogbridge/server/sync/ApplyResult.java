package io.catalogbridge.server.sync;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.server.store.Runs.ChangeOutcome;
import io.catalogbridge.server.store.Runs.RunOutcome;
import io.catalogbridge.server.store.Runs.Tally;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param tally      counts of outcomes
 * @param notApplied the changes that were not applied, at most 100
 * @param different  objects that were found to differ from what had just been written, each with the difference
 * @param calls      calls to the target
 */
public record ApplyResult(
        String runId,
        String planId,
        RunOutcome outcome,
        Tally tally,
        List<ChangeOutcome> notApplied,
        List<String> different,
        CallCounts calls) {

    /** How many changes that were not applied are listed at most. */
    public static final int REPORTED = 100;

    public ApplyResult {
        notApplied = List.copyOf(notApplied);
        different = List.copyOf(different);
    }
}
