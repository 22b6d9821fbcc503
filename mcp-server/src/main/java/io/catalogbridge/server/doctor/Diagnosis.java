package io.catalogbridge.server.doctor;

import java.util.List;

/** All checks, in the order in which they were made. */
public record Diagnosis(List<Check> checks) {

    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /** Whether nothing failed. Warnings and what could not be looked at do not count. */
    public boolean ok() {
        return checks.stream().noneMatch(Check::failed);
    }
}
