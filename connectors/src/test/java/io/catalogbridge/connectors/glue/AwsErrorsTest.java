package io.catalogbridge.connectors.glue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.glue.model.GlueException;

import static org.assertj.core.api.Assertions.assertThat;

class AwsErrorsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "120, 120", "121, 120", "86400, 120"})
    void waitsAsLongAsAskedWithinReason(String asked, long seconds) {
        assertThat(AwsErrors.retryAfter(throttled("Retry-After", asked))).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void waitsForNothingThatIsNotAsked() {
        assertThat(AwsErrors.retryAfter(throttled("Retry-After", "soon"))).isEmpty();
        assertThat(AwsErrors.retryAfter(throttled("Date", "1"))).isEmpty();
    }

    private static SdkException throttled(String header, String value) {
        SdkHttpResponse answer = SdkHttpResponse.builder()
                .statusCode(400)
                .putHeader(header, value)
                .build();
        return GlueException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ThrottlingException")
                        .sdkHttpResponse(answer)
                        .build())
                .build();
    }
}
