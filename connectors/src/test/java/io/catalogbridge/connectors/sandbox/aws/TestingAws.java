package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.CallCounter;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An endpoint behind a server on a free port, and clients for it. */
final class TestingAws implements AutoCloseable {

    static final AccessKey KEY = new AccessKey("AKIATESTING", "a secret for tests");
    static final AwsSettings SETTINGS = AwsSettings.of(KEY);

    private final AwsEndpoint endpoint;
    private final LoopbackServer server;
    private final GlueClient glue;

    private TestingAws(AwsEndpoint endpoint, LoopbackServer server) {
        this.endpoint = endpoint;
        this.server = server;
        this.glue = glue(AwsBasicCredentials.create(KEY.id(), KEY.secret()));
    }

    static TestingAws start() {
        return start(SETTINGS);
    }

    static TestingAws start(AwsSettings settings) {
        return start(null, Clock.systemUTC(), settings);
    }

    static TestingAws start(@Nullable Path stateFolder, Clock clock, AwsSettings settings) {
        try {
            AwsEndpoint endpoint = new AwsEndpoint(stateFolder, clock, settings);
            return new TestingAws(endpoint, LoopbackServer.start(endpoint, 0, Faults.none(), new CallCounter()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A client with the known key. */
    GlueClient glue() {
        return glue;
    }

    GlueClient glue(AwsCredentials credentials) {
        return configured(GlueClient.builder(), credentials);
    }

    StsClient sts(AwsCredentials credentials) {
        return configured(StsClient.builder(), credentials);
    }

    URI uri() {
        return server.uri();
    }

    /** Sends a request as it is; headers are names and values in turn. */
    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri().resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        glue.close();
        server.close();
        endpoint.close();
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(
            B builder, AwsCredentials credentials) {
        return builder.endpointOverride(uri())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(Apache5HttpClient.create())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
