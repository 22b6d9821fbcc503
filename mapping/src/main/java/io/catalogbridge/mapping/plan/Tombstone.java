package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Ownership;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** The parameter that says since when an object of ours has been gone from the tenant. */
final class Tombstone {

    static final String PARAMETER = Ownership.TOMBSTONE;
    static final String JOB_ARGUMENT = "--" + PARAMETER;

    private Tombstone() {}

    /** Empty also if the mark cannot be read; the grace period then starts anew. */
    static Optional<Instant> since(Map<String, String> parameters, String key) {
        return Optional.ofNullable(parameters.get(key)).flatMap(Tombstone::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
