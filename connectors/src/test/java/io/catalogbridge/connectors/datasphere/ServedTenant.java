package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.datasphere.oauth.OAuthSettings;
import io.catalogbridge.connectors.datasphere.oauth.SecretSupplier;
import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.TestingTime;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A tenant of the sandbox with a source that reads it; time passes only by waiting. */
final class ServedTenant implements AutoCloseable {

    private static final Set<String> ALL_BUT_TWO =
            Set.of("FINANCE", "HR_ANALYTICS", "LOGISTICS", "MARKETING", "MASTER_DATA", "SUSTAINABILITY");

    private final TestingTime time = new TestingTime();
    private final FaultScript script = new FaultScript();
    private final Sandbox sandbox;
    private final DatasphereSource source;

    private ServedTenant(
            UnaryOperator<SandboxConfig> setUp,
            UnaryOperator<Faults> faults,
            UnaryOperator<DatasphereConfig> config,
            DefinitionCache cache) {
        try {
            SandboxConfig demo = SandboxConfig.demo()
                    .withClock(time.clock())
                    .withFaults(faults.apply(Faults.none().withScript(script)), Faults.none());
            this.sandbox = Sandbox.start(setUp.apply(demo));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        this.source = DatasphereSource.open(config.apply(config()), cache, time.timing());
    }

    /** Two spaces of the demo tenant, which take a third of the time of all. */
    static ServedTenant twoSpaces() {
        return twoSpaces(UnaryOperator.identity(), UnaryOperator.identity());
    }

    static ServedTenant twoSpaces(DefinitionCache cache) {
        return new ServedTenant(
                config -> config.withHiddenSpaces(ALL_BUT_TWO),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                cache);
    }

    static ServedTenant twoSpaces(UnaryOperator<SandboxConfig> setUp, UnaryOperator<Faults> faults) {
        return new ServedTenant(
                config -> setUp.apply(config.withHiddenSpaces(ALL_BUT_TWO)),
                faults,
                UnaryOperator.identity(),
                DefinitionCache.NONE);
    }

    /** The demo tenant at its best. */
    static ServedTenant demo() {
        return demo(DefinitionCache.NONE);
    }

    static ServedTenant demo(DefinitionCache cache) {
        return new ServedTenant(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(), cache);
    }

    static ServedTenant setUp(UnaryOperator<SandboxConfig> setUp) {
        return new ServedTenant(setUp, UnaryOperator.identity(), UnaryOperator.identity(), DefinitionCache.NONE);
    }

    static ServedTenant configured(UnaryOperator<DatasphereConfig> config) {
        return new ServedTenant(UnaryOperator.identity(), UnaryOperator.identity(), config, DefinitionCache.NONE);
    }

    FaultScript script() {
        return script;
    }

    TestingTime time() {
        return time;
    }

    DatasphereSource source() {
        return source;
    }

    /** One more source that reads the same tenant; closed by who asks for it. */
    DatasphereSource another() {
        return DatasphereSource.open(config(), DefinitionCache.NONE, time.timing());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    CatalogSnapshot discover() {
        return source.discover(DiscoveryScope.ALL, Progress.NONE);
    }

    /** The calls of one discovery, as the source counts them. */
    Map<String, Long> callsOfDiscovery() {
        CallCounts before = source.calls();
        discover();
        return source.calls().since(before).byOperation();
    }

    void change(ChangeStep... steps) {
        sandbox.tenant().change(List.of(steps));
    }

    private DatasphereConfig config() {
        OAuthSettings oauth = OAuthSettings.technicalUser(
                sandbox.tokenUrl(), sandbox.clientId(), SecretSupplier.of(sandbox.clientSecret()));
        return DatasphereConfig.of(sandbox.datasphereUrl(), oauth)
                .withLimits(CallLimits.DEFAULT.withRequestsPerMinute(600_000));
    }

    @Override
    public void close() {
        source.close();
        sandbox.close();
    }
}
