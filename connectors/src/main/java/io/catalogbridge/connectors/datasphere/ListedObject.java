package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.mapping.catalog.Lifecycle;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of a core REST list. */
record ListedObject(
        String name,
        @Nullable String label,
        @Nullable String type,
        @Nullable String semanticUsage,
        Lifecycle lifecycle) {

    private static final Pattern TO_THE_SECOND =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ](?!00:00:00(\\.0*)?\\D*$)\\d{2}:\\d{2}:\\d{2}.*");

    /** Reads an object with a technical name, or a plain string; empty if it is neither. */
    static Optional<ListedObject> of(JsonNode row) {
        String name =
                row.isString() ? row.asString() : row.path("technicalName").asString("");
        return name.isEmpty() ? Optional.empty() : Optional.of(of(name, row));
    }

    static ListedObject of(String name, JsonNode row) {
        return new ListedObject(
                name, text(row, "businessName"), text(row, "type"), text(row, "semanticUsage"), lifecycle(row));
    }

    private static Lifecycle lifecycle(JsonNode row) {
        return new Lifecycle(
                text(row, "status"),
                text(row, "createdOn"),
                text(row, "changedOn"),
                text(row, "deployedOn"),
                text(row, "createdBy"),
                text(row, "changedBy"));
    }

    /**
     * A text that is different after every save and every deployment; empty if the row cannot tell. Dates to the day, and
     * midnight, which is what such dates are often printed as, do not count: two saves on one day would look alike.
     */
    Optional<String> changeMark() {
        boolean saved = precise(lifecycle.changedOn());
        boolean deployed = precise(lifecycle.deployedOn())
                || (lifecycle.deployedOn() == null && "NotDeployed".equals(lifecycle.status()));
        return saved && deployed
                ? Optional.of(Stream.of(lifecycle.changedOn(), lifecycle.deployedOn(), lifecycle.status())
                        .map(String::valueOf)
                        .reduce((one, other) -> one + "|" + other)
                        .orElseThrow())
                : Optional.empty();
    }

    private static boolean precise(@Nullable String time) {
        return time != null && TO_THE_SECOND.matcher(time).matches();
    }

    private static @Nullable String text(JsonNode row, String field) {
        String text = row.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
