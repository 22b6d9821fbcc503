package io.catalogbridge.server.bridge;

import io.catalogbridge.connectors.datasphere.CallLimits;
import io.catalogbridge.connectors.datasphere.DatasphereConfig;
import io.catalogbridge.connectors.datasphere.DatasphereSource;
import io.catalogbridge.connectors.datasphere.ExportFolderSource;
import io.catalogbridge.connectors.datasphere.oauth.ClientAuthentication;
import io.catalogbridge.connectors.datasphere.oauth.Grant;
import io.catalogbridge.connectors.datasphere.oauth.InteractiveSignIn;
import io.catalogbridge.connectors.datasphere.oauth.OAuthSettings;
import io.catalogbridge.connectors.datasphere.oauth.SecretSupplier;
import io.catalogbridge.connectors.glue.GlueConfig;
import io.catalogbridge.connectors.glue.GlueCredentials;
import io.catalogbridge.connectors.glue.GlueTarget;
import io.catalogbridge.connectors.http.Timing;
import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.server.config.EnvironmentConfig;
import io.catalogbridge.server.config.SourceConfig;
import io.catalogbridge.server.config.TargetConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the connectors that a configuration asks for; the one place where settings meet concrete systems. */
final class Connectors {

    /** The sandbox is on this machine and has no limit of its own. */
    private static final CallLimits SANDBOX_LIMITS =
            CallLimits.DEFAULT.withRequestsPerMinute(600_000).withConcurrency(16);

    private static final RateLimit SANDBOX_RATE = new RateLimit(10_000, 100);
    private static final long GENERATOR_SEED = 7;

    private final EnvironmentConfig config;
    private final Path data;

    Connectors(EnvironmentConfig config, Path data) {
        this.config = config;
        this.data = data;
    }

    CatalogSource source(Supplier<SandboxAddress> sandbox, DefinitionCache cache) {
        SourceConfig source = config.source();
        if (source instanceof SourceConfig.Exports exports) {
            return new ExportFolderSource(exports.folder());
        }
        DatasphereConfig settings =
                source instanceof SourceConfig.Tenant tenant ? tenant(tenant) : sandboxTenant(sandbox.get());
        return DatasphereSource.open(settings, cache, Timing.system());
    }

    /** Lets a person sign in, where persons do; false elsewhere. */
    static boolean signIn(CatalogSource source, Consumer<URI> show, Duration patience) {
        Optional<InteractiveSignIn> signIn =
                source instanceof DatasphereSource tenant ? tenant.signIn() : Optional.empty();
        signIn.ifPresent(person -> person.signIn(show, patience));
        return signIn.isPresent();
    }

    private DatasphereConfig tenant(SourceConfig.Tenant tenant) {
        OAuthSettings oauth = new OAuthSettings(
                tenant.tokenUrl().map(URI::create).orElse(null),
                Grant.valueOf(tenant.grant().name()),
                tenant.clientId(),
                tenant.clientSecret()::get,
                ClientAuthentication.valueOf(tenant.clientAuth().name()),
                data.resolve("tokens-" + config.name() + ".json"),
                tenant.redirect().map(URI::create).orElse(OAuthSettings.DEFAULT_REDIRECT));
        return DatasphereConfig.of(URI.create(tenant.url()), oauth)
                .withLanguage(tenant.language())
                .withDiagnosticsFolder(data.resolve("diagnostics"))
                .withLimits(CallLimits.DEFAULT
                        .withRequestsPerMinute(tenant.requestsPerMinute())
                        .withConcurrency(tenant.concurrency()));
    }

    private static DatasphereConfig sandboxTenant(SandboxAddress sandbox) {
        OAuthSettings oauth = OAuthSettings.technicalUser(
                sandbox.tokenUrl(), sandbox.clientId(), SecretSupplier.of(sandbox.clientSecret()));
        return DatasphereConfig.of(sandbox.datasphereUrl(), oauth).withLimits(SANDBOX_LIMITS);
    }

    CatalogTarget target(Supplier<SandboxAddress> sandbox) {
        return GlueTarget.open(
                config.target() instanceof TargetConfig.Glue glue ? glue(glue) : sandboxAccount(sandbox.get()));
    }

    private static GlueConfig glue(TargetConfig.Glue glue) {
        RateLimit rate =
                new RateLimit(glue.requestsPerSecond(), Math.max(1, (int) Math.round(glue.requestsPerSecond())));
        GlueConfig settings = GlueConfig.of(glue.region())
                .withCredentials(credentials(glue.credentials()))
                .withSkipArchive(glue.skipArchive())
                .withConcurrency(glue.concurrency())
                .withRate(rate);
        GlueConfig owned = glue.catalogId().map(settings::withCatalogId).orElse(settings);
        return glue.endpoint().map(owned::withEndpoint).orElse(owned);
    }

    private static GlueCredentials credentials(TargetConfig.Credentials credentials) {
        if (credentials instanceof TargetConfig.Credentials.Profile profile) {
            return new GlueCredentials.Profile(profile.name());
        }
        if (credentials instanceof TargetConfig.Credentials.Role role) {
            return new GlueCredentials.Role(
                    role.arn(), role.externalId(), GlueCredentials.Role.DEFAULT_SESSION, role.profile());
        }
        if (credentials instanceof TargetConfig.Credentials.Keys keys) {
            return new GlueCredentials.Keys(keys.accessKeyId(), keys.secretAccessKey());
        }
        return new GlueCredentials.DefaultChain();
    }

    private static GlueConfig sandboxAccount(SandboxAddress sandbox) {
        return GlueConfig.of(sandbox.region())
                .withEndpoint(sandbox.awsEndpoint())
                .withCredentials(new GlueCredentials.Keys(sandbox::accessKeyId, sandbox::secretAccessKey))
                .withRate(SANDBOX_RATE);
    }

    /** Takes or joins the sandbox of this environment. */
    SandboxLease sandbox() {
        Path folder = data.resolve("sandbox-" + config.name());
        try {
            return SandboxLease.take(
                    folder,
                    () -> start(SandboxConfig.demo().withTenant(tenantChoice()).withData(folder)));
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private TenantChoice tenantChoice() {
        if (config.source() instanceof SourceConfig.Sandbox sandbox) {
            if (sandbox.generatedAssets() > 0) {
                return new TenantChoice.Generated(GENERATOR_SEED, sandbox.generatedAssets());
            }
            return sandbox.tenant().map(Connectors::exports).orElseGet(TenantChoice.Demo::new);
        }
        return new TenantChoice.Demo();
    }

    private static TenantChoice exports(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ConnectorException(
                    ErrorKind.INVALID,
                    folder.toString(),
                    "the sandbox cannot serve " + folder + ": there is no such folder",
                    "set source.tenant to a folder that holds one folder of exports per space");
        }
        return new TenantChoice.Folder(folder);
    }

    /** Starts a sandbox in this process. */
    static SandboxLease.Running start(SandboxConfig settings) {
        try {
            Sandbox sandbox = Sandbox.start(settings);
            return new SandboxLease.Running(address(sandbox), sandbox::close);
        } catch (IOException e) {
            throw new ConnectorException(
                    ErrorKind.UNAVAILABLE,
                    "sandbox",
                    "the sandbox cannot start: " + e.getMessage(),
                    "choose another folder with --data, or other ports",
                    e);
        }
    }

    private static SandboxAddress address(Sandbox sandbox) {
        return new SandboxAddress(
                sandbox.datasphereUrl(),
                sandbox.tokenUrl(),
                sandbox.clientId(),
                sandbox.clientSecret(),
                sandbox.awsEndpoint(),
                sandbox.region(),
                sandbox.accessKeyId(),
                sandbox.secretAccessKey());
    }

    private static ConnectorException unavailable(Path folder, IOException cause) {
        return new ConnectorException(
                ErrorKind.UNAVAILABLE,
                folder.toString(),
                cause instanceof FileSystemException
                        ? "the folder of the sandbox cannot be used: " + cause.getMessage()
                        : "the sandbox cannot be reached: " + cause.getMessage(),
                cause instanceof FileSystemException
                        ? "make the folder writable, or choose another with --data"
                        : "stop the other process, or choose another folder with --data",
                cause);
    }
}
