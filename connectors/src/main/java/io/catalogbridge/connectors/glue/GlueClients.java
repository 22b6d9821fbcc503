package io.catalogbridge.connectors.glue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK clients of one target, over one pool of connections. Nothing below us retries: our own retries are counted and
 * told to the rate limit.
 *
 * <p>Apache's HTTP client, not the JDK's {@code HttpURLConnection}: both measured the same (64 connections at 50 ms of
 * latency, and time to the first answer), but the latter sends a POST again behind our back when a connection breaks, and
 * keeps more than five connections only by a setting of the whole process.
 */
final class GlueClients implements AutoCloseable {

    private final GlueConfig config;
    private final SdkHttpClient http;
    private final List<SdkAutoCloseable> opened = new ArrayList<>();
    private final AwsCredentialsProvider credentials;
    private final GlueClient glue;
    private @Nullable StsClient sts;

    GlueClients(GlueConfig config) {
        this.config = config;
        this.http = opened(Apache5HttpClient.builder()
                .maxConnections(config.concurrency())
                .connectionTimeout(config.patience().connect())
                .socketTimeout(config.patience().answer())
                .build());
        this.credentials = credentials();
        this.glue = opened(configured(GlueClient.builder(), credentials));
    }

    GlueClient glue() {
        return glue;
    }

    /** Made when first asked for: only diagnosis needs it, and every client takes time to make. */
    synchronized StsClient sts() {
        if (sts == null) {
            sts = opened(configured(StsClient.builder(), credentials));
        }
        return sts;
    }

    @Override
    public synchronized void close() {
        for (int last = opened.size() - 1; last >= 0; last--) {
            opened.get(last).close();
        }
    }

    private AwsCredentialsProvider credentials() {
        if (config.credentials() instanceof GlueCredentials.Profile profile) {
            return opened(ProfileCredentialsProvider.create(profile.name()));
        }
        if (config.credentials() instanceof GlueCredentials.Role role) {
            return opened(assumed(role));
        }
        if (config.credentials() instanceof GlueCredentials.Keys keys) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    keys.accessKeyId().get(), keys.secretAccessKey().get()));
        }
        return opened(DefaultCredentialsProvider.builder().build());
    }

    private StsAssumeRoleCredentialsProvider assumed(GlueCredentials.Role role) {
        AwsCredentialsProvider base = role.profile()
                .<AwsCredentialsProvider>map(profile -> opened(ProfileCredentialsProvider.create(profile)))
                .orElseGet(() -> opened(DefaultCredentialsProvider.builder().build()));
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(opened(configured(StsClient.builder(), base)))
                .refreshRequest(request -> {
                    request.roleArn(role.arn()).roleSessionName(role.sessionName());
                    role.externalId().ifPresent(request::externalId);
                })
                .build();
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(
            B builder, AwsCredentialsProvider credentials) {
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(config.region()))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(config.patience().answer()))
                .build();
    }

    private <T extends SdkAutoCloseable> T opened(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
