package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolFailure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes sure that somebody wants the deletes of a plan. The person in front of the client is asked where that is possible, by
 * the plan's id, digest and number of deletes; elsewhere the caller repeats that number.
 */
record DeletesConfirmation(Plan plan, long deletes) {

    private static final int NAMED = 10;
    private static final String ANSWER = "delete";
    private static final String ARGUMENT = "confirmDeletes";

    static DeletesConfirmation of(Plan plan) {
        return new DeletesConfirmation(plan, PlanSync.deletes(plan));
    }

    /** Nothing has happened yet when this is asked. */
    void require(ToolCall call) {
        long repeated = call.arguments().whole(ARGUMENT, 0, 0, Integer.MAX_VALUE);
        if (repeated != 0 && repeated != deletes) {
            throw mismatch(repeated);
        }
        if (deletes > 0) {
            ask(call, repeated);
        }
    }

    private void ask(ToolCall call, long repeated) {
        Reply reply = call.ask(question());
        switch (reply.kind()) {
            case ACCEPTED -> {
                if (!Boolean.TRUE.equals(reply.content().get(ANSWER))) {
                    throw declined();
                }
            }
            case DECLINED -> throw declined();
            case CANCELLED ->
                throw new ToolFailure(
                        "CANCELLED",
                        "Nobody answered whether to delete " + deletes + " objects. Nothing was applied.",
                        true,
                        List.of("Ask the user whether to try again."),
                        null);
            case UNAVAILABLE -> {
                if (repeated != deletes) {
                    throw mismatch(repeated);
                }
            }
        }
    }

    private Question question() {
        String message = "Plan " + plan.id() + " deletes " + deletes + " objects from AWS Glue in environment "
                + plan.environment() + ": "
                + named().collect(Collectors.joining(", "))
                + (deletes > NAMED ? " and " + (deletes - NAMED) + " more" : "")
                + ". Digest of the plan: " + plan.digest() + ".";
        return Question.form(
                "deletes-" + deletes + "-" + plan.id() + "-" + plan.digest(),
                message,
                Schemas.open(List.of(ANSWER), Schemas.flag(ANSWER, "Delete these " + deletes + " objects.")));
    }

    private Stream<String> named() {
        return plan.changes().stream()
                .filter(PlanSync::deletes)
                .map(Change::subject)
                .limit(NAMED);
    }

    private ToolFailure declined() {
        return new ToolFailure(
                "DECLINED",
                "The user does not want to delete " + deletes + " objects. Nothing was applied.",
                false,
                List.of("Leave it at that, or plan again once the deletes are gone from the plan."),
                null);
    }

    private ToolFailure mismatch(long repeated) {
        return new ToolFailure(
                "CONFIRMATION_REQUIRED",
                "The plan deletes " + deletes + " objects, but " + ARGUMENT + " is " + repeated
                        + ". Ask the user, then call again with " + ARGUMENT + "=" + deletes + ".",
                false,
                named().map(subject -> "deletes " + subject).toList(),
                "run_sync");
    }
}
