package io.catalogbridge.connectors.sandbox.aws;

import java.util.ArrayList;
import java.util.List;

/** Collects every broken constraint of one request, worded as AWS words them. */
final class Violations {

    private static final int LONGEST_VALUE = 1_000;

    private final List<String> found = new ArrayList<>();

    void add(String at, String value, String constraint) {
        found.add("Value '%s' at '%s' failed to satisfy constraint: %s".formatted(shortened(value), at, constraint));
    }

    void missing(String at) {
        found.add("Value null at '%s' failed to satisfy constraint: Member must not be null".formatted(at));
    }

    /**
     * Ends the check.
     *
     * @throws AwsError when anything was found, listing all of it
     */
    void refuse() {
        if (!found.isEmpty()) {
            String errors = found.size() == 1 ? " validation error" : " validation errors";
            throw AwsError.validation(found.size() + errors + " detected: " + String.join("; ", found));
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }
}
