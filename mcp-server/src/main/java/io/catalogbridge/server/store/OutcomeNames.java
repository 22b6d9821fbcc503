package io.catalogbridge.server.store;

import io.catalogbridge.connectors.spi.Outcome;

/** How outcomes are spelled in the store. */
final class OutcomeNames {

    private OutcomeNames() {}

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Applied) {
            return "applied";
        }
        if (outcome instanceof Outcome.Conflict) {
            return "conflict";
        }
        return outcome instanceof Outcome.Rejected ? "rejected" : "unknown";
    }

    /** The column of a run that counts outcomes of this kind. */
    static String counter(Outcome outcome) {
        return outcome instanceof Outcome.Conflict ? "conflicts" : of(outcome);
    }

    static String message(Outcome outcome) {
        if (outcome instanceof Outcome.Conflict conflict) {
            return conflict.message();
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.remedy().isEmpty() ? rejected.message() : rejected.message() + "; " + rejected.remedy();
        }
        return outcome instanceof Outcome.Unknown unknown ? unknown.message() : "";
    }
}
