package io.catalogbridge.connectors.sandbox.http;

import java.util.Optional;
import java.util.Random;

/** Throws one number per call and reads the configured rates off it. Thread-safe. */
final class FaultDice {

    private final Faults faults;
    private final Random random;

    FaultDice(Faults faults) {
        this.faults = faults;
        this.random = new Random(faults.seed());
    }

    Optional<Fault> next() {
        double thrown = random.nextDouble();
        if (thrown < faults.throttleRate()) {
            return Optional.of(new Fault.Throttled());
        }
        if (thrown < faults.throttleRate() + faults.errorRate()) {
            return Optional.of(new Fault.Failed());
        }
        if (thrown < faults.throttleRate() + faults.errorRate() + faults.disconnectRate()) {
            return Optional.of(new Fault.Disconnected());
        }
        return Optional.empty();
    }
}
