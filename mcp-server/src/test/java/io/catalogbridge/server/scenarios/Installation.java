package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.datasphere.CallLimits;
import io.catalogbridge.connectors.datasphere.DatasphereConfig;
import io.catalogbridge.connectors.datasphere.DatasphereSource;
import io.catalogbridge.connectors.datasphere.oauth.OAuthSettings;
import io.catalogbridge.connectors.datasphere.oauth.SecretSupplier;
import io.catalogbridge.connectors.glue.GlueConfig;
import io.catalogbridge.connectors.glue.GlueCredentials;
import io.catalogbridge.connectors.glue.GlueTarget;
import io.catalogbridge.connectors.http.RetrySettings;
import io.catalogbridge.connectors.http.Timing;
import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.limits.Sleeper;
import io.catalogbridge.connectors.limits.Ticker;
import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.rules.RulesInForce;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import io.catalogbridge.server.sync.SyncEngine;
import io.catalogbridge.server.sync.SyncEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** The product as one person has installed it: a store of its own, clients of its own. */
final class Installation implements AutoCloseable {

    static final String ENVIRONMENT = "dog";

    private static final String ACTOR = "scenario";
    private static final CallLimits IMPATIENT = CallLimits.DEFAULT
            .withRequestsPerMinute(60_000_000)
            .withRetry(new RetrySettings(12, 24, Duration.ofMillis(1), Duration.ofMillis(10)));

    private final Store store;
    private final CatalogSource source;
    private final CatalogTarget target;
    private final SyncEngine engine;

    private Installation(Store store, CatalogSource source, CatalogTarget target, Settings settings, Clock clock) {
        this.store = store;
        this.source = source;
        this.target = target;
        this.engine = new SyncEngine(new SyncEnvironment(
                ENVIRONMENT,
                () -> source,
                () -> target,
                store,
                () -> RulesInForce.configured(settings.rules()),
                settings.policy(),
                settings.verifyAfterApply(),
                false,
                clock));
    }

    static Installation open(Sandbox sandbox, Settings settings, Path data, Clock clock) {
        Store store = Store.open(data, clock);
        CatalogSource source = DatasphereSource.open(
                tenant(sandbox),
                store.definitions(ENVIRONMENT),
                new Timing(clock, Ticker.SYSTEM, Sleeper.SYSTEM, new Random(1)));
        return new Installation(store, source, GlueTarget.open(account(sandbox, settings)), settings, clock);
    }

    private static DatasphereConfig tenant(Sandbox sandbox) {
        OAuthSettings client = OAuthSettings.technicalUser(
                sandbox.tokenUrl(), sandbox.clientId(), SecretSupplier.of(sandbox.clientSecret()));
        return DatasphereConfig.of(sandbox.datasphereUrl(), client).withLimits(IMPATIENT);
    }

    private static GlueConfig account(Sandbox sandbox, Settings settings) {
        return GlueConfig.of(sandbox.region())
                .withEndpoint(sandbox.awsEndpoint())
                .withCredentials(new GlueCredentials.Keys(sandbox::accessKeyId, sandbox::secretAccessKey))
                .withRate(RateLimit.UNLIMITED)
                .withPatience(settings.patience());
    }

    /** What {@code sync} does: makes a plan and, if it is not empty, applies it on the reading it was made from. */
    record Synced(Planned planned, Optional<ApplyResult> applied) {

        /** The result of a run that had something to do. */
        ApplyResult result() {
            return applied.orElseThrow(() -> new AssertionError("there was nothing to apply"));
        }
    }

    Planned plan() {
        return plan(false);
    }

    Planned planReadingAllTables() {
        return plan(true);
    }

    private Planned plan(boolean verify) {
        return engine.plan(DiscoveryScope.ALL, verify, ACTOR, Progress.NONE);
    }

    Synced sync() {
        Planned planned = plan();
        return new Synced(
                planned,
                planned.plan().empty() ? Optional.empty() : Optional.of(engine.apply(planned, ACTOR, Progress.NONE)));
    }

    ApplyResult apply(Planned planned) {
        return apply(planned.plan().id(), Progress.NONE);
    }

    ApplyResult apply(String planId, Progress progress) {
        return engine.apply(planId, ACTOR, progress);
    }

    Store store() {
        return store;
    }

    CatalogSource source() {
        return source;
    }

    CatalogTarget target() {
        return target;
    }

    @Override
    public void close() {
        target.close();
        source.close();
        store.close();
    }
}
