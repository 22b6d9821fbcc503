package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.glue.GlueConfig.Patience;
import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.sandbox.aws.AccessKey;
import io.catalogbridge.connectors.sandbox.aws.AwsEndpoint;
import io.catalogbridge.connectors.sandbox.aws.AwsSettings;
import io.catalogbridge.connectors.sandbox.http.CallCounter;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.sandbox.http.LoopbackServer;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.spi.TargetReading;
import io.catalogbridge.mapping.plan.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Table;

/** The sandbox's AWS account on a free port, targets for it, and a client that plays somebody else. */
final class TestingGlue implements AutoCloseable {

    static final AccessKey KEY = new AccessKey("AKIATESTING", "a secret for tests");
    static final AwsSettings SETTINGS = AwsSettings.of(KEY);

    private final AwsEndpoint endpoint;
    private final CallCounter calls = new CallCounter();
    private final LoopbackServer server;
    private final List<Runnable> opened = new ArrayList<>();
    private final GlueClient somebodyElse;

    private TestingGlue(AwsSettings settings, Faults faults) throws IOException {
        this.endpoint = new AwsEndpoint(null, Clock.systemUTC(), settings);
        this.server = LoopbackServer.start(endpoint, 0, faults, calls);
        GlueClients clients = new GlueClients(config());
        opened.add(clients::close);
        this.somebodyElse = clients.glue();
    }

    static TestingGlue start() {
        return start(Faults.none());
    }

    static TestingGlue start(Faults faults) {
        return start(SETTINGS, faults);
    }

    static TestingGlue start(AwsSettings settings, Faults faults) {
        try {
            return new TestingGlue(settings, faults);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The known key, no rate limit, and little patience. */
    GlueConfig config() {
        return GlueConfig.of("eu-central-1")
                .withEndpoint(server.uri())
                .withCredentials(new GlueCredentials.Keys(KEY::id, KEY::secret))
                .withConcurrency(16)
                .withRate(RateLimit.UNLIMITED)
                .withPatience(Patience.DEFAULT.withDelays(Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    GlueTarget target() {
        return target(config());
    }

    GlueTarget target(GlueConfig config) {
        GlueTarget target = GlueTarget.open(config);
        opened.add(target::close);
        return target;
    }

    /** A client without retries, for what other people do to the catalog. */
    GlueClient somebodyElse() {
        return somebodyElse;
    }

    Table table(String database, String name) {
        return somebodyElse
                .getTable(request -> request.databaseName(database).name(name))
                .table();
    }

    /** What the server received, faults included. */
    CallCounter received() {
        return calls;
    }

    static TargetReading read(GlueTarget target, String... databases) {
        return target.readTables(target.readDatabases(false, Progress.NONE), List.of(databases), Progress.NONE);
    }

    static List<Outcome> apply(GlueTarget target, List<? extends Change> changes, TargetReading reading) {
        return target.apply(List.copyOf(changes), reading, (change, outcome) -> {}, Progress.NONE);
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        server.close();
        endpoint.close();
    }
}
