package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.sandbox.datasphere.ChangeStep;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.server.scenarios.Calls.Counted;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A tenant, an account and the product between them. Everything is real, and ends with the scenario. */
final class Scenario implements AutoCloseable {

    /** Enough for one object of every generated kind; all in one space. */
    static final TenantChoice SMALL_TENANT = new TenantChoice.Generated(7, 30);

    static final String SMALL_SPACE = "GEN_00000";
    static final String SMALL_DATABASE = "datasphere_gen_00000_dog";

    private final Settings settings;
    private final Sandbox sandbox;
    private final GlueAccount glue;
    private final ManualClock clock = new ManualClock(Instant.now());
    private final Installation installation;

    private Scenario(Settings settings, Sandbox sandbox, Path data) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.glue = new GlueAccount(sandbox);
        this.installation = Installation.open(sandbox, settings, data, clock);
    }

    /** @param data an empty folder for the store */
    static Scenario start(Settings settings, Path data) {
        try {
            Settings own = settings.withOwnFaults();
            return new Scenario(own, Sandbox.start(own.sandbox()), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody else who works with the same tenant and the same account. */
    Installation installation(Path data) {
        return Installation.open(sandbox, settings, data, clock);
    }

    Planned plan() {
        return installation.plan();
    }

    ApplyResult apply(Planned planned) {
        return installation.apply(planned);
    }

    Synced sync() {
        return installation.sync();
    }

    Installation installation() {
        return installation;
    }

    /** What modellers do in the tenant; all of it at once. */
    void change(ChangeStep... steps) {
        sandbox.tenant().change(List.of(steps));
    }

    /** A modeller gives objects of the small tenant new labels, {@code Renamed} and their name, and deploys them. */
    void rename(String... objects) {
        change(Arrays.stream(objects)
                .flatMap(object -> Stream.of(
                        ChangeStep.label(SMALL_SPACE, object, "Renamed " + object),
                        ChangeStep.deploy(SMALL_SPACE, object)))
                .toArray(ChangeStep[]::new));
    }

    /** A modeller deletes objects of the small tenant. */
    void delete(String... objects) {
        change(Arrays.stream(objects)
                .map(object -> ChangeStep.delete(SMALL_SPACE, object))
                .toArray(ChangeStep[]::new));
    }

    /** Faults of the tenant; may be added to at any time. */
    FaultScript tenantFaults() {
        return settings.sandbox().datasphereFaults().script();
    }

    /** Faults of the account; may be added to at any time. */
    FaultScript glueFaults() {
        return settings.sandbox().awsFaults().script();
    }

    /** What some work takes. */
    Calls calls(Supplier<?> work) {
        return counted(work).calls();
    }

    <T> Counted<T> counted(Supplier<T> work) {
        return Calls.during(sandbox, work);
    }

    GlueAccount glue() {
        return glue;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    ManualClock clock() {
        return clock;
    }

    @Override
    public void close() {
        installation.close();
        glue.close();
        sandbox.close();
    }
}
