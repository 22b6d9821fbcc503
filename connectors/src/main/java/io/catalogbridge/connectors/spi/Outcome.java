package io.catalogbridge.connectors.spi;

/** What became of a change. Never rounded up to success. */
public sealed interface Outcome {

    /** Done, by this call or by an earlier one of ours whose answer was lost. */
    record Applied() implements Outcome {}

    /** Not done: the object is not as the plan requires. The message says who or what is in the way. */
    record Conflict(String message) implements Outcome {}

    /** Not done: the target refused, or the run was stopped before this change. */
    record Rejected(ErrorKind kind, String message, String remedy) implements Outcome {}

    /** It cannot be said whether it was done, not even by reading again. */
    record Unknown(String message) implements Outcome {}
}
