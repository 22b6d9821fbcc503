package io.catalogbridge.connectors.sandbox.aws;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecurityTokensTest {

    private static final String ROLE = "arn:aws:iam::210987654321:role/catalog-writer";
    private static final AwsCredentials KNOWN =
            AwsBasicCredentials.create(TestingAws.KEY.id(), TestingAws.KEY.secret());

    private final AtomicReference<Clock> time = new AtomicReference<>(Clock.systemUTC());
    private final TestingAws aws = TestingAws.start(
            null, new ChangingClock(time), TestingAws.SETTINGS.withRoles(new AssumableRole(ROLE, "external")));
    private final StsClient sts = aws.sts(KNOWN);

    @AfterEach
    void stop() {
        sts.close();
        aws.close();
    }

    @Test
    void tellsWhoTheCallerIs() {
        GetCallerIdentityResponse identity = sts.getCallerIdentity();

        assertThat(identity.account()).isEqualTo("123456789012");
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::123456789012:user/sandbox");
        assertThat(identity.userId()).isNotBlank();
    }

    @Test
    void anAssumedRoleActsInItsOwnAccount() {
        AwsCredentials temporary = session(assume(ROLE, "external"));

        try (StsClient assumed = aws.sts(temporary);
                GlueClient glue = aws.glue(temporary)) {
            assertThat(assumed.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::210987654321:assumed-role/catalog-writer/test");
            Inputs.createDatabase(glue, "sales");
            assertThat(glue.getDatabase(request -> request.name("sales"))
                            .database()
                            .catalogId())
                    .isEqualTo("210987654321");
        }
        assertThat(aws.glue().getDatabases(request -> {}).databaseList()).isEmpty();
    }

    @Test
    void refusesWrongExternalIdAndUnknownRoleAlike() {
        assertThatThrownBy(() -> assume(ROLE, "guessed"))
                .isInstanceOf(StsException.class)
                .satisfies(thrown -> isError(thrown, 403, "AccessDenied"))
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
        assertThatThrownBy(() -> assume("arn:aws:iam::210987654321:role/other", "external"))
                .satisfies(thrown -> isError(thrown, 403, "AccessDenied"));
    }

    @Test
    void refusesBadSessionNameAndLifetime() {
        assertThatThrownBy(() -> sts.assumeRole(request -> request.roleArn(ROLE).roleSessionName("two words")))
                .satisfies(thrown -> isError(thrown, 400, "ValidationError"));
        assertThatThrownBy(() -> sts.assumeRole(
                        request -> request.roleArn(ROLE).roleSessionName("test").durationSeconds(60)))
                .satisfies(thrown -> isError(thrown, 400, "ValidationError"));
    }

    @Test
    void refusesTemporaryKeyWithoutItsTokenAndAfterItsTime() {
        Credentials issued = assume(ROLE, "external").credentials();
        try (GlueClient withoutToken =
                        aws.glue(AwsBasicCredentials.create(issued.accessKeyId(), issued.secretAccessKey()));
                GlueClient late = aws.glue(session(assume(ROLE, "external")))) {

            assertThatThrownBy(() -> withoutToken.getDatabases(request -> {}))
                    .satisfies(thrown -> isError(thrown, 400, "UnrecognizedClientException"));

            time.set(Clock.fixed(issued.expiration().plusSeconds(1), ZoneOffset.UTC));
            assertThatThrownBy(() -> late.getDatabases(request -> {}))
                    .isInstanceOf(GlueException.class)
                    .satisfies(thrown -> isError(thrown, 400, "ExpiredTokenException"));
        }
    }

    @Test
    void refusesWrongSecretInItsOwnWords() {
        try (StsClient stranger = aws.sts(AwsBasicCredentials.create("AKIANOBODY", "secret"));
                StsClient guesser = aws.sts(AwsBasicCredentials.create(TestingAws.KEY.id(), "guessed"))) {
            assertThatThrownBy(stranger::getCallerIdentity)
                    .satisfies(thrown -> isError(thrown, 403, "InvalidClientTokenId"));
            assertThatThrownBy(guesser::getCallerIdentity)
                    .satisfies(thrown -> isError(thrown, 403, "SignatureDoesNotMatch"));
        }
    }

    @Test
    void refusesUnsignedCallAsXml() throws IOException, InterruptedException {
        HttpResponse<String> answer = aws.post(
                "/",
                "Action=GetCallerIdentity&Version=2011-06-15",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("<ErrorResponse").contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void refusesOperationThatItDoesNotKnow() {
        assertThatThrownBy(() -> sts.getSessionToken()).satisfies(thrown -> isError(thrown, 400, "InvalidAction"));
    }

    private AssumeRoleResponse assume(String role, String externalId) {
        return sts.assumeRole(
                request -> request.roleArn(role).roleSessionName("test").externalId(externalId));
    }

    private static AwsCredentials session(AssumeRoleResponse assumed) {
        Credentials issued = assumed.credentials();
        return AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
    }

    private static void isError(Throwable thrown, int status, String code) {
        assertThat(thrown).isInstanceOfSatisfying(AwsServiceException.class, error -> {
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(error.statusCode()).isEqualTo(status);
        });
    }

    /** A clock that a test can turn. */
    private static final class ChangingClock extends Clock {

        private final AtomicReference<Clock> current;

        ChangingClock(AtomicReference<Clock> current) {
            this.current = current;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return current.get().withZone(zone);
        }

        @Override
        public Instant instant() {
            return current.get().instant();
        }
    }
}
