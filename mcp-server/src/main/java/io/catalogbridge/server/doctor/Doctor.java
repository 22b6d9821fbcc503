package io.catalogbridge.server.doctor;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.config.ConfigException;
import io.catalogbridge.server.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Examines one environment from its configuration to the permissions in Glue. What fails never stops the rest. */
public final class Doctor {

    private final Supplier<Bridge> opener;
    private final Path data;
    private final Clock clock;

    /**
     * @param opener opens the environment; may throw {@link ConfigException}
     * @param data   the environment's data folder, which can be looked at even if the configuration cannot be used
     */
    public Doctor(Supplier<Bridge> opener, Path data, Clock clock) {
        this.opener = opener;
        this.data = data;
        this.clock = clock;
    }

    /**
     * Looks at everything.
     *
     * @param listener told of each check as soon as it is known
     */
    public Diagnosis examine(Consumer<Check> listener) {
        List<Check> checks = new ArrayList<>();
        Consumer<Check> heard = checks::add;
        try (Bridge bridge = opener.get()) {
            examine(bridge, data, clock, heard.andThen(listener));
        } catch (ConfigException e) {
            withoutConfiguration(e, heard.andThen(listener));
        }
        return new Diagnosis(checks);
    }

    /** Looks at an environment that is open already, and leaves it open. */
    public static Diagnosis examine(Bridge bridge, Clock clock, Consumer<Check> listener) {
        List<Check> checks = new ArrayList<>();
        Consumer<Check> heard = checks::add;
        examine(bridge, bridge.data(), clock, heard.andThen(listener));
        return new Diagnosis(checks);
    }

    private static void examine(Bridge bridge, Path data, Clock clock, Consumer<Check> heard) {
        heard.accept(Check.ok("config", ConfigText.of(bridge.config())));
        guarded("data folder", new FolderExamination(data), heard);
        guarded("store", findings -> store(bridge, findings), heard);
        guarded("source", new SourceExamination(bridge), heard);
        guarded("glue", new GlueExamination(bridge, clock), heard);
    }

    private void withoutConfiguration(ConfigException problem, Consumer<Check> heard) {
        heard.accept(Check.failed(
                "config", problem.getMessage(), "Correct the file at the place named; the README lists all keys."));
        guarded("data folder", new FolderExamination(data), heard);
        for (String part : List.of("store", "source", "glue")) {
            heard.accept(Check.skipped(part, "Not looked at without a configuration", ""));
        }
    }

    private static void store(Bridge bridge, Consumer<Check> findings) {
        int runs = bridge.store().runs().recent(bridge.name(), 1).size();
        findings.accept(Check.ok("store", runs == 0 ? "Opens; nothing was synchronised yet" : "Opens"));
    }

    private static void guarded(String name, Examination examination, Consumer<Check> heard) {
        try {
            examination.run(heard);
        } catch (ConnectorException e) {
            heard.accept(Check.failed(name, e.getMessage(), e.remedy()));
        } catch (ConfigException e) {
            heard.accept(Check.failed(name, e.getMessage(), "Correct the configuration at the place named."));
        } catch (StoreException e) {
            heard.accept(
                    Check.failed(name, e.getMessage(), "Make the data folder usable, or name another with --data."));
        } catch (RuntimeException e) {
            heard.accept(Check.failed(
                    name,
                    "An unexpected " + e.getClass().getSimpleName() + " stopped this check",
                    "Run it again with -vv and report what is printed."));
        }
    }
}
