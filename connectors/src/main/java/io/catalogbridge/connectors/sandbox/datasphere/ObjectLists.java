package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages of object lists: 25 entries unless asked otherwise, 200 at most, technical names only unless others are
 * selected; neither a count nor a link to the next page.
 */
final class ObjectLists {

    private static final int DEFAULT_PAGE = 25;
    private static final int MAX_PAGE = 200;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> FIELDS = Set.of(
            "technicalName",
            "businessName",
            "type",
            "semanticUsage",
            "status",
            "createdOn",
            "changedOn",
            "deployedOn",
            "createdBy",
            "changedBy",
            "defaultFileName");

    private final int pageSize;

    /** {@code pageSize} 0 means the protocol's own. */
    ObjectLists(int pageSize) {
        this.pageSize = pageSize;
    }

    /**
     * The page that the call asks for.
     *
     * @throws RequestRejected when it selects or filters by an unknown field
     */
    ArrayNode page(HttpCall call, Stream<TenantObject> objects) {
        int largest = pageSize == 0 ? MAX_PAGE : Math.min(pageSize, MAX_PAGE);
        int top = Math.min(EntityCollection.number(call, "top", DEFAULT_PAGE), largest);
        List<String> selected = selected(call);
        Predicate<Filter.Entry> condition = call.queryParameter("filter")
                .map(filter -> Filter.parse(filter, FIELDS))
                .orElse(entry -> true);
        Predicate<TenantObject> named = named(call);
        ArrayNode page = Json.array();
        objects.filter(named)
                .filter(object -> condition.test(field -> value(object, field)))
                .skip(EntityCollection.number(call, "skip", 0))
                .limit(top)
                .forEach(object -> page.add(entry(object, selected)));
        return page;
    }

    private static List<String> selected(HttpCall call) {
        List<String> selected = List.of(call.queryParameter("select")
                .filter(select -> !select.isBlank())
                .orElse("technicalName")
                .strip()
                .split("\\s*,\\s*", -1));
        selected.stream().filter(field -> !FIELDS.contains(field)).findFirst().ifPresent(unknown -> {
            throw RequestRejected.badRequest("Unknown value for select: " + unknown);
        });
        return selected;
    }

    private static Predicate<TenantObject> named(HttpCall call) {
        return call.queryParameter("technicalNames")
                .map(names -> Set.copyOf(List.of(names.split(",", -1))))
                .<Predicate<TenantObject>>map(names -> object -> names.contains(object.name()))
                .orElse(object -> true);
    }

    private static ObjectNode entry(TenantObject object, List<String> selected) {
        ObjectNode entry = Json.object();
        selected.forEach(field -> value(object, field).ifPresent(value -> entry.put(field, value)));
        return entry;
    }

    private static Optional<String> value(TenantObject object, String field) {
        Inventory inventory = object.inventory();
        return switch (field) {
            case "technicalName" -> Optional.of(object.name());
            case "businessName" -> Optional.of(object.label());
            case "type" -> Optional.of(object.type().typeName());
            case "semanticUsage" -> Optional.ofNullable(inventory.semanticUsage());
            case "status" -> Optional.of(inventory.status().wireName());
            case "createdOn" -> timestamp(inventory.createdOn());
            case "changedOn" -> timestamp(inventory.changedOn());
            case "deployedOn" -> timestamp(inventory.deployedOn());
            case "createdBy" -> Optional.of(inventory.createdBy());
            case "changedBy" -> Optional.of(inventory.changedBy());
            case "defaultFileName" -> Optional.of(object.name() + ".json");
            default -> Optional.empty();
        };
    }

    private static Optional<String> timestamp(@Nullable Instant instant) {
        return Optional.ofNullable(instant).map(TIMESTAMP::format);
    }
}
