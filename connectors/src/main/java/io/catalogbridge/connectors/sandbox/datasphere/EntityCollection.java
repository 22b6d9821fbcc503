package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A collection of the catalog service, with the OData options that it knows.
 *
 * <p>Pages hold at most 500 entries. A larger {@code $top} is cut without a word; a link to the next page is given only
 * when the client did not page by itself with {@code $top} or {@code $skip}.
 *
 * @param name of the entity set
 * @param fields that can be selected and filtered
 * @param entries in the order of the answer, started anew for each use
 */
record EntityCollection(String name, Set<String> fields, Supplier<Stream<ObjectNode>> entries) {

    private static final int MAX_PAGE = 500;

    /** Answers one page. {@code pageSize} 0 means 500; {@code context} is the address of the service. */
    HttpAnswer answer(HttpCall call, String context, int pageSize, boolean bareArray) {
        int largest = pageSize == 0 ? MAX_PAGE : Math.min(pageSize, MAX_PAGE);
        boolean clientPages = has(call, "$top") || has(call, "$skip");
        int top = Math.min(number(call, "$top", largest), largest);
        int start = number(call, "$skip", 0) + number(call, "$skiptoken", 0);
        List<ObjectNode> found =
                new ArrayList<>(matching(call).skip(start).limit(top + 1L).toList());
        boolean more = found.size() > top;
        ArrayNode page = Json.array();
        found.stream().limit(top).map(selection(call)).forEach(page::add);
        if (bareArray) {
            return odata(page);
        }
        ObjectNode envelope = Json.object().put("@odata.context", context + "/$metadata#" + name);
        if (call.queryParameter("$count").filter("true"::equals).isPresent()) {
            envelope.put("@odata.count", matching(call).count());
        }
        envelope.set("value", page);
        if (more && !clientPages) {
            envelope.put("@odata.nextLink", nextLink(call, start + top));
        }
        return odata(envelope);
    }

    static HttpAnswer odata(JsonNode body) {
        return HttpAnswer.json(200, body.toString()).withHeader("odata-version", "4.0");
    }

    private Stream<ObjectNode> matching(HttpCall call) {
        Predicate<Filter.Entry> condition = call.queryParameter("$filter")
                .map(filter -> Filter.parse(filter, fields))
                .orElse(entry -> true);
        Stream<ObjectNode> found = entries.get()
                .filter(entry -> condition.test(field -> Optional.of(entry.path(field))
                        .filter(value -> !value.isNull() && !value.isMissingNode())
                        .map(JsonNode::asString)));
        return call.queryParameter("$orderby")
                .map(order -> found.sorted(ordering(order)))
                .orElse(found);
    }

    private Comparator<ObjectNode> ordering(String order) {
        String[] words = order.strip().split("\\s+", -1);
        requireField(words[0]);
        Comparator<ObjectNode> ascending =
                Comparator.comparing(entry -> entry.path(words[0]).asString(""));
        return words.length > 1 && words[1].equals("desc") ? ascending.reversed() : ascending;
    }

    private UnaryOperator<ObjectNode> selection(HttpCall call) {
        return call.queryParameter("$select")
                .map(select -> List.of(select.split(",", -1)))
                .map(this::selection)
                .orElse(entry -> entry);
    }

    private UnaryOperator<ObjectNode> selection(List<String> names) {
        names.forEach(this::requireField);
        return entry -> {
            ObjectNode selected = Json.object();
            names.forEach(field -> selected.set(field, entry.path(field)));
            return selected;
        };
    }

    private void requireField(String field) {
        if (!fields.contains(field)) {
            throw RequestRejected.badRequest("Property \"" + field + "\" does not exist in " + name);
        }
    }

    /** Relative to the address that was asked, as the protocol allows. */
    private String nextLink(HttpCall call, int skipToken) {
        String others = call.queryParameters().entrySet().stream()
                .filter(option -> !option.getKey().equals("$skiptoken"))
                .map(option -> "&" + encoded(option))
                .collect(Collectors.joining());
        return name + "?$skiptoken=" + skipToken + others;
    }

    private static String encoded(Map.Entry<String, String> option) {
        return option.getKey()
                + "="
                + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean has(HttpCall call, String option) {
        return call.queryParameter(option).isPresent();
    }

    static int number(HttpCall call, String option, int absent) {
        String given = call.queryParameter(option).orElse(Integer.toString(absent));
        if (!given.matches("\\d{1,9}")) {
            throw RequestRejected.badRequest("Not a number: " + option + "=" + given);
        }
        return Integer.parseInt(given);
    }
}
