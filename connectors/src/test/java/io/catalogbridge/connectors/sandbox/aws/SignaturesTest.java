package io.catalogbridge.connectors.sandbox.aws;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.glue.GlueClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignaturesTest {

    private static final AwsCredentials KNOWN =
            AwsBasicCredentials.create(TestingAws.KEY.id(), TestingAws.KEY.secret());

    private final TestingAws aws = TestingAws.start();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void refusesUnsignedCall() throws IOException, InterruptedException {
        HttpResponse<String> answer = aws.post(
                "/", "{}", "X-Amz-Target", "AWSGlue.GetDatabases", "Content-Type", "application/x-amz-json-1.1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("MissingAuthenticationTokenException", "Missing Authentication Token");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("MissingAuthenticationTokenException");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic abc",
                "AWS4-HMAC-SHA256 nothing",
                "AWS4-HMAC-SHA256 Credential=AKIATESTING, SignedHeaders=host, Signature=abc",
                "AWS4-HMAC-SHA256 Credential=AKIATESTING/20260101/eu/glue/aws4_request, SignedHeaders=host",
                "AWS4-HMAC-SHA256 Credential=AKIATESTING/20260101/eu/glue/aws4_request, SignedHeaders=host, Signature=a"
            })
    void refusesIncompleteSignature(String authorization) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                aws.post("/", "{}", "X-Amz-Target", "AWSGlue.GetDatabases", "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("IncompleteSignatureException");
    }

    @Test
    void refusesUnknownKey() {
        assertThatThrownBy(() -> read(aws.glue(AwsBasicCredentials.create("AKIANOBODY", "secret"))))
                .satisfies(thrown -> isError(thrown, 400, "UnrecognizedClientException"));
    }

    @Test
    void refusesWrongSecretWithoutShowingTheRightOne() {
        assertThatThrownBy(() -> read(aws.glue(AwsBasicCredentials.create(TestingAws.KEY.id(), "guessed"))))
                .satisfies(thrown -> isError(thrown, 400, "InvalidSignatureException"))
                .hasMessageNotContaining(TestingAws.KEY.secret());
        assertThat(TestingAws.SETTINGS.toString()).doesNotContain(TestingAws.KEY.secret());
    }

    @Test
    void refusesSessionTokenThatItNeverIssued() {
        assertThatThrownBy(() -> read(aws.glue(
                        AwsSessionCredentials.create(TestingAws.KEY.id(), TestingAws.KEY.secret(), "made up"))))
                .satisfies(thrown -> isError(thrown, 400, "UnrecognizedClientException"));
    }

    @Test
    void refusesSignatureMadeForAnotherService() throws IOException, InterruptedException {
        HttpResponse<String> answer = aws.post(
                "/",
                "{}",
                "X-Amz-Target",
                "AWSGlue.GetDatabases",
                "X-Amz-Date",
                "20260101T000000Z",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIATESTING/20260101/eu/s3/aws4_request, SignedHeaders=host, Signature=a");

        assertThat(answer.body()).contains("InvalidSignatureException", "correct service: 'glue'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-14, 14})
    void toleratesClocksThatDifferALittle(int minutes) {
        try (TestingAws other = startedAt(minutes)) {
            assertThatCode(() -> read(other.glue(KNOWN))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-16, 16})
    void refusesClocksThatDifferMuch(int minutes) {
        try (TestingAws other = startedAt(minutes)) {
            assertThatThrownBy(() -> read(other.glue(KNOWN)))
                    .satisfies(thrown -> isError(thrown, 400, "InvalidSignatureException"))
                    .hasMessageContaining(minutes < 0 ? "Signature not yet current" : "Signature expired");
        }
    }

    private static TestingAws startedAt(int minutesFromNow) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutesFromNow));
        return TestingAws.start(null, clock, TestingAws.SETTINGS);
    }

    private static void read(GlueClient glue) {
        try (glue) {
            glue.getDatabases(request -> {});
        }
    }

    private static void isError(Throwable thrown, int status, String code) {
        assertThat(thrown).isInstanceOfSatisfying(AwsServiceException.class, error -> {
            assertThat(error.statusCode()).isEqualTo(status);
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
