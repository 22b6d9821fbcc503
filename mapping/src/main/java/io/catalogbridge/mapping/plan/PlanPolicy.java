package io.catalogbridge.mapping.plan;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a plan may contain.
 *
 * @param deletes        whether tables that are gone from the tenant may be deleted
 * @param maxDeleteShare largest share of a database's own tables that one plan may delete, from 0 to 1
 * @param grace          how long a table stays, marked with a tombstone, before it is deleted; zero to delete at once
 * @param maxChanges     largest number of changes in one plan; the rest waits for the next
 * @param fields         who wins, per group of fields
 * @param adopt          whether databases and tables that bear no marker at all may be taken over; if not, they are in
 *                       conflict. Those of another environment, and resource links, are never taken over.
 */
public record PlanPolicy(
        boolean deletes, double maxDeleteShare, Duration grace, int maxChanges, FieldStrategies fields, boolean adopt) {

    /** Deletes off, at most 10 % of a database, a week's grace, human edits kept. */
    public static final PlanPolicy CAUTIOUS =
            new PlanPolicy(false, 0.10, Duration.ofDays(7), 1_000_000, FieldStrategies.DEFAULT);

    public PlanPolicy {
        if (maxDeleteShare < 0 || maxDeleteShare > 1 || grace.isNegative() || maxChanges < 1) {
            throw new IllegalArgumentException("not a policy: share " + maxDeleteShare + ", grace " + grace
                    + ", at most " + maxChanges + " changes");
        }
    }

    /** A policy that takes nothing over. */
    public PlanPolicy(boolean deletes, double maxDeleteShare, Duration grace, int maxChanges, FieldStrategies fields) {
        this(deletes, maxDeleteShare, grace, maxChanges, fields, false);
    }

    /** How many of so many objects of ours one plan may delete: the share, but at least one unless the share is zero. */
    long mostDeletes(long owned) {
        long share = BigDecimal.valueOf(maxDeleteShare)
                .multiply(BigDecimal.valueOf(owned))
                .longValue();
        return maxDeleteShare == 0 ? 0 : Math.max(1, share);
    }

    /** Who wins when Glue differs from what we last wrote. */
    public enum Strategy {
        /** The source: what people change in Glue is overwritten. */
        SOURCE_WINS,
        /** Glue: only fields that are empty there are written. */
        KEEP_TARGET,
        /** Ours, unless edited by hand; if both sides changed, a person decides. */
        MERGE,
        /** A person decides on every difference that is not ours. */
        MANUAL
    }

    /** A strategy for each group of fields. */
    public record FieldStrategies(Strategy columns, Strategy descriptions, Strategy comments, Strategy parameters) {

        /** Columns, types and our parameters follow the source; texts are ours unless edited by hand. */
        public static final FieldStrategies DEFAULT =
                new FieldStrategies(Strategy.SOURCE_WINS, Strategy.MERGE, Strategy.MERGE, Strategy.SOURCE_WINS);
    }
}
