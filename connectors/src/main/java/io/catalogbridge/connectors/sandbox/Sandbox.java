package io.catalogbridge.connectors.sandbox;

import io.catalogbridge.connectors.sandbox.aws.AwsEndpoint;
import io.catalogbridge.connectors.sandbox.aws.AwsSettings;
import io.catalogbridge.connectors.sandbox.datasphere.DatasphereEndpoint;
import io.catalogbridge.connectors.sandbox.datasphere.Tenant;
import io.catalogbridge.connectors.sandbox.http.CallCounter;
import io.catalogbridge.connectors.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Both servers, running until closed. Thread-safe. */
public final class Sandbox implements AutoCloseable {

    private static final String REGION = "eu-central-1";

    private final SandboxConfig config;
    private final Tenant tenant;
    private final AwsEndpoint account;
    private final CallCounter datasphereCalls = new CallCounter();
    private final CallCounter awsCalls = new CallCounter();
    private final LoopbackServer datasphere;
    private final LoopbackServer aws;

    private Sandbox(SandboxConfig config, Tenant tenant, AwsEndpoint account) throws IOException {
        this.config = config;
        this.tenant = tenant;
        this.account = account;
        this.datasphere = LoopbackServer.start(
                new DatasphereEndpoint(
                        tenant,
                        config.credentials().datasphere(),
                        config.datasphereOptions(),
                        config.datasphereFaults(),
                        config.clock()),
                config.dataspherePort(),
                config.datasphereFaults(),
                datasphereCalls,
                config.clock());
        try {
            this.aws = LoopbackServer.start(account, config.awsPort(), config.awsFaults(), awsCalls, config.clock());
        } catch (IOException cause) {
            datasphere.close();
            throw cause;
        }
    }

    /**
     * Starts both servers.
     *
     * @throws IOException when a folder cannot be used, is in use by another sandbox, or a port is taken; nothing is left
     *     running
     */
    public static Sandbox start(SandboxConfig config) throws IOException {
        Tenant tenant = config.tenant().open(folder(config, "datasphere"), config.clock(), config.hiddenSpaces());
        AwsSettings settings = AwsSettings.of(config.credentials().aws());
        AwsEndpoint account = new AwsEndpoint(folder(config, "aws"), config.clock(), settings);
        try {
            return new Sandbox(config, tenant, account);
        } catch (IOException cause) {
            account.close();
            throw cause;
        }
    }

    /** The tenant's address; no trailing slash. */
    public URI datasphereUrl() {
        return datasphere.uri();
    }

    /** Where the tenant gives out tokens. */
    public URI tokenUrl() {
        return datasphere.uri().resolve("/oauth/token");
    }

    /** Where the tenant gives out authorization codes. */
    public URI authorizeUrl() {
        return datasphere.uri().resolve("/oauth/authorize");
    }

    public String clientId() {
        return config.credentials().datasphere().id();
    }

    public String clientSecret() {
        return config.credentials().datasphere().secret();
    }

    /** The endpoint of all AWS services; no trailing slash. */
    public URI awsEndpoint() {
        return aws.uri();
    }

    public String accessKeyId() {
        return config.credentials().aws().id();
    }

    public String secretAccessKey() {
        return config.credentials().aws().secret();
    }

    /** A region to configure; the sandbox accepts any. */
    public String region() {
        return REGION;
    }

    public CallCounter datasphereCalls() {
        return datasphereCalls;
    }

    public CallCounter awsCalls() {
        return awsCalls;
    }

    /** The running tenant, for change scripts. */
    public Tenant tenant() {
        return tenant;
    }

    /** Stops both servers; calls under way see their connection break. */
    @Override
    public void close() {
        datasphere.close();
        aws.close();
        account.close();
    }

    private static @Nullable Path folder(SandboxConfig config, String name) {
        Path data = config.data();
        return data == null ? null : data.resolve(name);
    }
}
