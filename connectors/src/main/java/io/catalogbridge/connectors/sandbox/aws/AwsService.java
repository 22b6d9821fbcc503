package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;

/** One of the services behind the endpoint, with its own wire protocol. Thread-safe. */
interface AwsService {

    /** Name that credentials have to be scoped to. */
    String signingName();

    /** Name of the operation, whether or not it exists. */
    String operationOf(HttpCall call);

    /**
     * Executes a signed call.
     *
     * @throws AwsError to refuse it
     */
    HttpAnswer answer(HttpCall call, Caller caller);

    /** Words a refusal in this service's protocol. */
    HttpAnswer refusal(AwsError error);
}
