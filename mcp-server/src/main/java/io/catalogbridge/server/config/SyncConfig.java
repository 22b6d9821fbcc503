package io.catalogbridge.server.config;

import io.catalogbridge.mapping.plan.PlanPolicy;

/**
 * How an environment is synchronised.
 *
 * @param mode             how much of Glue is read before planning
 * @param verifyAfterApply whether touched databases are read again after applying
 * @param approval         whether a plan may be applied at once by {@code sync}
 * @param readOnly         whether writing is refused altogether
 * @param policy           what a plan may contain
 */
public record SyncConfig(Mode mode, boolean verifyAfterApply, boolean approval, boolean readOnly, PlanPolicy policy) {

    /** How much of Glue is read before planning. */
    public enum Mode {
        /** Tables of databases whose digest is not what it should be. */
        DIGEST,
        /** All tables: finds what others changed. */
        VERIFY
    }

    /** The same without the right to write. */
    public SyncConfig withoutWriting() {
        return new SyncConfig(mode, verifyAfterApply, approval, true, policy);
    }
}
