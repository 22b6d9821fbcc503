package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.plan.PlanText;

/** How much of a plan commands show. */
final class PlanViews {

    private PlanViews() {}

    /** At most this many lines of each part; columns of new tables only if everything is shown. */
    static PlanText.Options options(boolean colour, int lines) {
        return new PlanText.Options(colour, lines == Integer.MAX_VALUE, lines);
    }
}
