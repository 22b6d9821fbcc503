package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import io.catalogbridge.connectors.sandbox.http.HttpEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * An AWS account on one endpoint: the Glue Data Catalog (JSON 1.1) and {@code GetCallerIdentity} and {@code AssumeRole} of STS
 * (query protocol), with signatures checked. Any AWS client works that is given this endpoint and one of the keys of the
 * settings, with any region.
 *
 * <p>One path is not AWS's: {@code POST /_sandbox/edit}, unsigned, changes a table as a person at the console would; the body is
 * {@code {database, table, catalog?, description?, columnComments?, parameters?}}.
 *
 * <p>Every acknowledged write survives the end of the process when there is a state folder. Thread-safe.
 */
public final class AwsEndpoint implements HttpEndpoint, AutoCloseable {

    private static final String EDIT_PATH = "/_sandbox/edit";

    private final State state;
    private final GlueService glue;
    private final SecurityTokenService tokens;
    private final SignatureVerifier signatures;
    private final HumanEdits edits;

    /**
     * Opens the account, reading its journal.
     *
     * @param stateFolder made when missing, and kept to this endpoint until {@link #close}; null for a catalog that starts empty
     *     and is forgotten
     * @param clock stamps tables and judges signatures, so it may not be more than 15 minutes off the clock of the clients
     * @throws IOException when the folder cannot be used, is in use by another process, or holds a damaged journal; the message
     *     says which
     */
    public AwsEndpoint(@Nullable Path stateFolder, Clock clock, AwsSettings settings) throws IOException {
        KeyRing keys = new KeyRing(settings);
        this.state = State.open(stateFolder);
        this.glue = new GlueService(state, settings, clock);
        this.tokens = new SecurityTokenService(settings, keys, clock);
        this.signatures = new SignatureVerifier(keys, clock);
        this.edits = new HumanEdits(state, settings, clock);
    }

    @Override
    public String operationOf(HttpCall call) {
        return isEdit(call) ? "SandboxEdit" : service(call).operationOf(call);
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        AwsService service = service(call);
        try {
            return isEdit(call) ? edit(call) : service.answer(call, signatures.verify(call, service.signingName()));
        } catch (AwsError error) {
            return service.refusal(error);
        }
    }

    @Override
    public HttpAnswer throttled(HttpCall call) {
        return service(call).refusal(AwsError.throttling());
    }

    @Override
    public HttpAnswer failed(HttpCall call) {
        return service(call).refusal(AwsError.internal());
    }

    /** Gives the state folder free. Stop the server first. */
    @Override
    public void close() {
        state.close();
    }

    /** Without a target of the JSON protocol, a form is meant for STS; anything else gets Glue's answer to the unknown. */
    private AwsService service(HttpCall call) {
        boolean form = call.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        return form && call.header(GlueService.TARGET).isEmpty() ? tokens : glue;
    }

    private static boolean isEdit(HttpCall call) {
        return call.method().equals("POST") && call.path().equals(EDIT_PATH);
    }

    private HttpAnswer edit(HttpCall call) {
        try {
            ObjectNode done = edits.apply(Json.MAPPER.readTree(call.body()));
            return HttpAnswer.json(200, done.toString());
        } catch (JacksonException malformed) {
            throw AwsError.serialization("The request body is not valid JSON.");
        }
    }
}
