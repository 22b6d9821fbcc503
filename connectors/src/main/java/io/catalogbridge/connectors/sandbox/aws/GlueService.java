package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The AWS Glue Data Catalog in the AWS JSON 1.1 protocol. Thread-safe. */
final class GlueService implements AwsService {

    static final String TARGET = "X-Amz-Target";
    static final String TARGET_PREFIX = "AWSGlue.";

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final Map<String, GlueOperation> operations = new HashMap<>();
    private final AwsSettings settings;
    private final Clock clock;

    GlueService(State state, AwsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        operations.putAll(new Databases(state, settings.quotas()).operations());
        operations.putAll(new Tables(state, settings.quotas()).operations());
        operations.putAll(new TableVersions(state).operations());
        operations.putAll(new TableSearch(state).operations());
        operations.putAll(new Partitions(state).operations());
        operations.putAll(new PartitionBatches(state).operations());
        operations.putAll(new Jobs(state).operations());
        operations.putAll(new Tags(state).operations());
    }

    @Override
    public String signingName() {
        return "glue";
    }

    @Override
    public String operationOf(HttpCall call) {
        return call.header(TARGET).orElse("").replace(TARGET_PREFIX, "");
    }

    @Override
    public HttpAnswer answer(HttpCall call, Caller caller) {
        GlueOperation operation =
                Optional.ofNullable(operations.get(operationOf(call))).orElseThrow(AwsError::unknownOperation);
        ObjectNode input = operation.input().accept(parse(call.body()));
        String catalog = catalog(input, caller, operationOf(call));
        Request request = new Request(caller, catalog, clock.instant().getEpochSecond(), input);
        return answer(200, operation.action().apply(request));
    }

    @Override
    public HttpAnswer refusal(AwsError error) {
        ObjectNode body = Json.object().put("__type", error.code()).put("message", error.message());
        return answer(error.status(), body).withHeader("x-amzn-ErrorType", error.code());
    }

    private String catalog(ObjectNode input, Caller caller, String operation) {
        String catalog = input.path("CatalogId").asString(caller.accountId());
        boolean open = catalog.equals(caller.accountId())
                || catalog.equals(settings.accountId())
                || settings.otherCatalogs().contains(catalog);
        if (!open) {
            throw AwsError.accessDenied(
                    "User: %s is not authorized to perform: glue:%s on resource: arn:aws:glue:*:%s:catalog because no"
                                    .formatted(caller.arn(), operation, catalog)
                            + " resource-based policy allows the glue:" + operation + " action");
        }
        return catalog;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? Json.object() : Json.MAPPER.readTree(body);
        } catch (JacksonException malformed) {
            throw AwsError.serialization("The request body is not valid JSON.");
        }
    }

    private static HttpAnswer answer(int status, ObjectNode body) {
        return new HttpAnswer(
                status,
                Map.of(
                        "Content-Type",
                        CONTENT_TYPE,
                        "x-amzn-RequestId",
                        UUID.randomUUID().toString()),
                Json.MAPPER.writeValueAsBytes(body));
    }
}
