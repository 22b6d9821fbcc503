package io.catalogbridge.connectors.sandbox.http;

/**
 * A system behind a {@link LoopbackServer}: what it is asked, what it answers, and how it words a refusal.
 *
 * <p>All methods are called from several threads at once.
 */
public interface HttpEndpoint {

    /** The name under which a call is counted and faults are scripted, such as {@code GetTables}; free of object names. */
    String operationOf(HttpCall call);

    /** Executes the call. An exception becomes {@link #failed}. */
    HttpAnswer answer(HttpCall call);

    /** How this system says "too many requests"; the call is not executed. */
    HttpAnswer throttled(HttpCall call);

    /** How this system says "internal error"; the call is not executed. */
    HttpAnswer failed(HttpCall call);
}
