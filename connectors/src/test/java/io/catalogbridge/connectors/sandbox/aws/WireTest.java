package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the SDK would never send, signed by hand, and what the answers look like on the wire. */
class WireTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AwsEndpoint endpoint;

    @BeforeEach
    void open() throws IOException {
        endpoint = new AwsEndpoint(null, Clock.systemUTC(), TestingAws.SETTINGS);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void answersJsonWithTimesInSeconds() {
        send("CreateDatabase", "{\"DatabaseInput\":{\"Name\":\"sales\"}}");

        HttpAnswer answer = send("GetDatabase", "{\"Name\":\"sales\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(answer.headers()).containsKey("x-amzn-RequestId");
        assertThat(json(answer).at("/Database/CreateTime").isIntegralNumber()).isTrue();
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() {
        send("CreateDatabase", "{\"Future\":1,\"DatabaseInput\":{\"Name\":\"sales\",\"Colour\":{\"of\":\"sky\"}}}");

        assertThat(json(send("GetDatabase", "{\"Name\":\"sales\"}"))
                        .at("/Database")
                        .has("Colour"))
                .isFalse();
    }

    @Test
    void treatsNullAsAbsent() {
        assertThat(send(
                                "CreateDatabase",
                                "{\"CatalogId\":null,\"DatabaseInput\":{\"Name\":\"a\",\"Description\":null}}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"DatabaseInput\":",
                "[]",
                "{\"DatabaseInput\":\"sales\"}",
                "{\"DatabaseInput\":{\"Name\":7}}",
                "{\"DatabaseInput\":{\"Name\":[\"sales\"]}}",
                "{\"DatabaseInput\":{\"Name\":\"sales\",\"Parameters\":[]}}",
                "{\"DatabaseInput\":{\"Name\":\"sales\",\"Parameters\":{\"a\":1}}}"
            })
    void refusesJsonOfTheWrongType(String body) {
        HttpAnswer answer = send("CreateDatabase", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("__type").asString()).isEqualTo("SerializationException");
    }

    @ParameterizedTest
    @CsvSource({"GetTables,MaxResults,\"many\"", "GetTables,MaxResults,1.5", "UpdateTable,SkipArchive,\"true\""})
    void refusesNumbersAndFlagsOfTheWrongType(String operation, String member, String value) {
        HttpAnswer answer = send(operation, "{\"DatabaseName\":\"d\",\"" + member + "\":" + value + "}");

        assertThat(json(answer).path("__type").asString()).isEqualTo("SerializationException");
    }

    @Test
    void refusesOperationThatItDoesNotKnow() {
        HttpAnswer answer = send("MakeCoffee", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("__type").asString()).isEqualTo("UnknownOperationException");
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "UnknownOperationException");
    }

    @Test
    void wordsThrottlingAndFailuresAsTheServiceThatWasCalled() {
        HttpCall glue = call("GetTables", "{}");
        HttpCall sts = new HttpCall(
                "POST",
                "/",
                null,
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
                "Action=GetCallerIdentity".getBytes(StandardCharsets.UTF_8));

        assertThat(endpoint.throttled(glue).status()).isEqualTo(400);
        assertThat(json(endpoint.throttled(glue)))
                .isEqualTo(JSON.readTree("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}"));
        assertThat(endpoint.failed(glue).status()).isEqualTo(500);
        assertThat(endpoint.failed(glue).text()).contains("InternalServiceException");
        assertThat(endpoint.throttled(sts).text()).contains("<Code>Throttling</Code>");
        assertThat(endpoint.failed(sts).status()).isEqualTo(500);
    }

    @Test
    void namesOperations() {
        assertThat(endpoint.operationOf(call("GetTables", "{}"))).isEqualTo("GetTables");
        assertThat(endpoint.operationOf(new HttpCall("POST", "/_sandbox/edit", null, Map.of(), new byte[0])))
                .isEqualTo("SandboxEdit");
    }

    private HttpAnswer send(String operation, String body) {
        return endpoint.answer(call(operation, body));
    }

    private static HttpCall call(String operation, String body) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:4566/"))
                .putHeader("X-Amz-Target", "AWSGlue." + operation)
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(
                                AwsCredentialsIdentity.create(TestingAws.KEY.id(), TestingAws.KEY.secret()))
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "glue")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request();
        return new HttpCall("POST", "/", null, signed.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpAnswer answer) {
        return JSON.readTree(answer.body());
    }
}
