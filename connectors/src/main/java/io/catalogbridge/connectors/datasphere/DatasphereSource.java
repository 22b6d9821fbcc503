package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.datasphere.oauth.InteractiveSignIn;
import io.catalogbridge.connectors.datasphere.oauth.OAuth;
import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.BearerTokens;
import io.catalogbridge.connectors.http.CallTally;
import io.catalogbridge.connectors.http.HttpSettings;
import io.catalogbridge.connectors.http.Timing;
import io.catalogbridge.connectors.limits.AdaptiveRateLimiter;
import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.limits.RateState;
import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/**
 * A Datasphere tenant.
 *
 * <p>Calls: two per space and one per list of it, at most two per asset: the definition and, for exposed assets, {@code $metadata}.
 * With a {@link DefinitionCache}, assets whose list row shows that nothing changed cost none.
 *
 * <p>Counted operations: {@code token, catalogSpaces, catalogAssets, spaces, spaceDefinition, connections, list, object,
 * metadata, discovery}.
 */
public final class DatasphereSource implements CatalogSource {

    private static final String USER_AGENT = "catalog-bridge (metadata reader)";

    private final DatasphereConfig config;
    private final TenantAddress tenant;
    private final DefinitionCache cache;
    private final CallTally tally = new CallTally();
    private final ApiClient anonymous;
    private final ApiClient client;
    private final OAuth oauth;
    private final BearerTokens tokens;
    private final AdaptiveRateLimiter limiter;
    private final Workers workers;
    private final Timing timing;

    private DatasphereSource(DatasphereConfig config, DefinitionCache cache, Timing timing) {
        this.config = config;
        this.cache = cache;
        this.timing = timing;
        this.tenant = TenantAddress.of(config.tenantUrl());
        this.limiter = new AdaptiveRateLimiter(
                "datasphere",
                RateLimit.perMinute(config.limits().requestsPerMinute()),
                timing.ticker(),
                timing.sleeper());
        this.anonymous = ApiClient.open(settings(config), tally, timing);
        this.oauth = new OAuth(config.oauth(), tokenUrl(config, tenant), anonymous, timing.clock());
        this.tokens = oauth.tokens();
        this.client = anonymous.with(tokens, limiter, new DeprecationLog());
        this.workers = new Workers(config.limits().concurrency());
    }

    /**
     * Makes a source; no call is made yet.
     *
     * @throws ConnectorException of kind INVALID if the addresses cannot be used
     */
    public static DatasphereSource open(DatasphereConfig config, DefinitionCache cache, Timing timing) {
        return new DatasphereSource(config, cache, timing);
    }

    @Override
    public CatalogSnapshot discover(DiscoveryScope scope, Progress progress) {
        ApiClient reporting = client.reporting(progress);
        CoreApi core = new CoreApi(reporting, tenant);
        CatalogApi catalog = new CatalogApi(reporting, tenant, config.catalogPrefix());
        CatalogSnapshot snapshot =
                new Discovery(tenant, catalog, core, cache, workers, timing.clock(), scope, progress).run();
        config.diagnostics().ifPresent(folder -> new DiagnosticsFolder(folder).keepDiscoveryDocument(core));
        return snapshot;
    }

    /**
     * The OpenAPI document that the tenant describes itself with; one call.
     *
     * @throws ConnectorException if it cannot be had
     */
    public JsonNode discoveryDocument() {
        return new CoreApi(client, tenant).discovery().orThrow();
    }

    /** Checks of everything that this source needs; each makes its own calls. */
    public DatasphereDoctor doctor() {
        return new DatasphereDoctor(
                new CatalogApi(client, tenant, config.catalogPrefix()),
                new CoreApi(client, tenant),
                tokens,
                limiter,
                timing.clock());
    }

    /** How a person signs in; empty if the tenant is called as a technical user. */
    public Optional<InteractiveSignIn> signIn() {
        return oauth.signIn();
    }

    /** How fast the tenant is being called, and why no faster. */
    public RateState rateState() {
        return limiter.state();
    }

    @Override
    public CallCounts calls() {
        return tally.counts();
    }

    @Override
    public void close() {
        workers.close();
        anonymous.close();
    }

    private static HttpSettings settings(DatasphereConfig config) {
        CallLimits limits = config.limits();
        return new HttpSettings(
                USER_AGENT,
                config.language(),
                limits.connectTimeout(),
                limits.callTimeout(),
                limits.maxBodyBytes(),
                limits.concurrency(),
                limits.retry());
    }

    private static HttpUrl tokenUrl(DatasphereConfig config, TenantAddress tenant) {
        URI configured = config.oauth().tokenUrl();
        if (configured == null) {
            return tenant.derivedTokenUrl();
        }
        HttpUrl url = HttpUrl.get(configured);
        if (url == null) {
            throw new ConnectorException(
                    ErrorKind.INVALID,
                    configured.toString(),
                    "The token URL " + configured + " is not an HTTP address",
                    "System, Administration, App Integration shows it.");
        }
        TenantAddress.requireProtected(configured, url);
        return url;
    }
}
