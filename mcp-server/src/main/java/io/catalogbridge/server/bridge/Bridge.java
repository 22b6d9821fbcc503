package io.catalogbridge.server.bridge;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.config.ConfigException;
import io.catalogbridge.server.config.ConfigLoader;
import io.catalogbridge.server.config.EnvironmentConfig;
import io.catalogbridge.server.config.SourceConfig;
import io.catalogbridge.server.config.SyncConfig;
import io.catalogbridge.server.rules.RuleBook;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.sync.JobQueue;
import io.catalogbridge.server.sync.SyncEngine;
import io.catalogbridge.server.sync.SyncEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One environment, put together. Everything is opened when it is first asked for, so that a command that only looks into the
 * store starts no server and makes no call. Thread-safe.
 */
public final class Bridge implements AutoCloseable {

    private final EnvironmentConfig config;
    private final Path data;
    private final Clock clock = Clock.systemUTC();
    private final Lazy<Store> store;
    private final Lazy<SandboxLease> sandbox;
    private final Lazy<CatalogSource> source;
    private final Lazy<CatalogTarget> target;
    private final Lazy<SyncEngine> engine;
    private final RuleBook rules;
    private final Lazy<JobQueue> jobs;

    private Bridge(EnvironmentConfig config, Path data) {
        this.config = config;
        this.data = data;
        Connectors connectors = new Connectors(config, data);
        this.store = new Lazy<>(() -> Store.open(data, clock), Store::close);
        this.sandbox = new Lazy<>(connectors::sandbox, SandboxLease::close);
        this.source = new Lazy<>(
                () -> connectors.source(this::sandboxAddress, store().definitions(config.name())),
                CatalogSource::close);
        this.target = new Lazy<>(() -> connectors.target(this::sandboxAddress), CatalogTarget::close);
        this.engine = new Lazy<>(() -> new SyncEngine(syncEnvironment()), engine -> {});
        this.rules = new RuleBook(
                config.name(), configuredRules(config), config.sync().readOnly(), store::get);
        this.jobs = new Lazy<>(() -> new JobQueue(engine(), store(), config.name()), JobQueue::close);
    }

    /**
     * Reads the configuration and finds the environment in it. Opens nothing else.
     *
     * @param variables the process environment
     * @throws ConfigException if the configuration is not as expected or does not define the environment
     */
    public static Bridge open(BridgeOptions options, Map<String, String> variables) {
        Map<String, EnvironmentConfig> environments = new ConfigLoader(variables).load(options.configFile(variables));
        EnvironmentConfig config = environments.get(options.environment());
        if (config == null) {
            throw new ConfigException("there is no environment '" + options.environment() + "'; "
                    + options.configFile(variables)
                            .map(file -> file + " defines")
                            .orElse("no configuration file was found or named with --config, so there is only")
                    + " " + String.join(", ", environments.keySet()));
        }
        return new Bridge(config, options.dataFolder(variables));
    }

    /** The same environment, whose engine and rules refuse to write whoever asks; to be closed by itself. */
    public Bridge withoutWriting() {
        return new Bridge(config.withoutWriting(), data);
    }

    public String name() {
        return config.name();
    }

    public EnvironmentConfig config() {
        return config;
    }

    /** The folder that keeps everything that outlives the process. */
    public Path data() {
        return data;
    }

    public Store store() {
        return store.get();
    }

    public SyncEngine engine() {
        return engine.get();
    }

    /** Runs in the background; closing the environment stops them at a safe point. */
    public JobQueue jobs() {
        return jobs.get();
    }

    public CatalogSource source() {
        return source.get();
    }

    public CatalogTarget target() {
        return target.get();
    }

    /**
     * Lets a person sign in to the tenant, and keeps the tokens.
     *
     * @param show     told the address the person has to open in a browser
     * @param patience how long the person may take
     * @return false if the tenant is called as a technical user, or is no tenant
     * @throws io.catalogbridge.connectors.spi.ConnectorException if nobody signs in, or the tenant refuses
     */
    public boolean signIn(Consumer<URI> show, Duration patience) {
        return Connectors.signIn(source(), show, patience);
    }

    /** Where this environment's sandbox is; starts it if need be. */
    public SandboxAddress sandboxAddress() {
        return sandbox.get().address();
    }

    /** The spaces that the configuration limits discovery to; empty for all. */
    public List<String> configuredSpaces() {
        return config.source() instanceof SourceConfig.Tenant tenant ? tenant.spaces() : List.of();
    }

    public boolean verifyByDefault() {
        return config.sync().mode() == SyncConfig.Mode.VERIFY;
    }

    public boolean needsApproval() {
        return config.sync().approval();
    }

    private SyncEnvironment syncEnvironment() {
        return new SyncEnvironment(
                config.name(),
                source::get,
                target::get,
                store(),
                rules::numbered,
                config.sync().policy(),
                config.sync().verifyAfterApply(),
                config.sync().readOnly(),
                clock);
    }

    /** How this environment's assets become Glue objects: the configuration with what was edited since. */
    public MappingRules rules() {
        return rules.inForce();
    }

    /** The versions of the mapping rules. */
    public RuleBook ruleBook() {
        return rules;
    }

    private static MappingRules configuredRules(EnvironmentConfig config) {
        MappingRules rules = MappingRules.defaults(config.name())
                .withDatabasePattern(config.mapping().databasePattern());
        return config.mapping()
                .jobs()
                .map(jobs -> rules.withJobs(MappingRules.JobRules.of(jobs.role(), jobs.scriptLocation())))
                .orElse(rules);
    }

    /** Asks runs to stop at their next safe point and begins no more; {@link #close} waits for them. */
    public void stopRuns() {
        jobs.ifOpened(JobQueue::stop);
    }

    /** Closes what was opened: runs, then the clients they use, then the servers these talk to. */
    @Override
    public void close() {
        jobs.close();
        target.close();
        source.close();
        sandbox.close();
        store.close();
    }
}
