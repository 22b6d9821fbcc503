package io.catalogbridge.connectors.sandbox.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a member of a request may hold, as the published service models declare it. All shapes are immutable.
 *
 * <p>The wrong type of JSON is refused at once ({@code SerializationException}); broken constraints are collected.
 */
sealed interface Shape {

    /**
     * Checks a value that is present and not null.
     *
     * @param at the path of the value as AWS prints it, such as {@code table.storageDescriptor.columns.1.member.comment}
     * @return the value without members that the shape does not know
     */
    JsonNode accept(JsonNode value, String at, Violations violations);

    /** Which characters a text may hold. Unpaired surrogates and the two noncharacters at the end of the plane never pass. */
    enum Characters {
        ANY(""),
        LINE("[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"),
        LINES("[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*");

        private final String pattern;

        Characters(String pattern) {
            this.pattern = pattern;
        }

        boolean allow(String text) {
            return this == ANY || text.codePoints().allMatch(this::allow);
        }

        private boolean allow(int codePoint) {
            boolean lineBreak = codePoint == '\r' || codePoint == '\n';
            return codePoint == '\t' || (lineBreak && this == LINES) || isVisible(codePoint);
        }

        private static boolean isVisible(int codePoint) {
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            return codePoint >= ' ' && !surrogate && codePoint != 0xFFFE && codePoint != 0xFFFF;
        }
    }

    /** Lengths are in code points. */
    record Text(int least, int most, Characters characters) implements Shape {

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            String text = textOf(value);
            broken(text).forEach(constraint -> violations.add(at, text, constraint));
            return value;
        }

        Stream<String> broken(String text) {
            int length = text.codePointCount(0, text.length());
            return Stream.of(
                            unless(length <= most, "Member must have length less than or equal to " + most),
                            unless(length >= least, "Member must have length greater than or equal to " + least),
                            unless(
                                    characters.allow(text),
                                    "Member must satisfy regular expression pattern: " + characters.pattern))
                    .flatMap(Optional::stream);
        }
    }

    record OneOf(List<String> values) implements Shape {

        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            String text = textOf(value);
            if (!values.contains(text)) {
                violations.add(at, text, "Member must satisfy enum value set: " + values);
            }
            return value;
        }
    }

    record Whole(int least, int most) implements Shape {

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            if (!value.canConvertToExactIntegral()) {
                throw mismatch(value, "an Integer");
            }
            long number = value.canConvertToLong() ? value.asLong() : Long.MAX_VALUE;
            unless(number <= most, "Member must have value less than or equal to " + most)
                    .ifPresent(constraint -> violations.add(at, value.asString(), constraint));
            unless(number >= least, "Member must have value greater than or equal to " + least)
                    .ifPresent(constraint -> violations.add(at, value.asString(), constraint));
            return value;
        }
    }

    /** A number of any size; a timestamp is one, in seconds since 1970. */
    record Decimal() implements Shape {

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            if (!value.isNumber()) {
                throw mismatch(value, "a Number");
            }
            return value;
        }
    }

    record Flag() implements Shape {

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            if (!value.isBoolean()) {
                throw mismatch(value, "a Boolean");
            }
            return value;
        }
    }

    record ListOf(Shape item, int most) implements Shape {

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            if (!value.isArray()) {
                throw mismatch(value, "a List");
            }
            unless(value.size() <= most, "Member must have length less than or equal to " + most)
                    .ifPresent(constraint -> violations.add(at, value.toString(), constraint));
            return items(value, at, violations);
        }

        private ArrayNode items(JsonNode list, String at, Violations violations) {
            ArrayNode accepted = Json.array();
            for (JsonNode element : list) {
                if (!element.isNull()) {
                    accepted.add(item.accept(element, at + "." + (accepted.size() + 1) + ".member", violations));
                }
            }
            return accepted;
        }
    }

    record MapOf(Text key, Text value, int most) implements Shape {

        @Override
        public JsonNode accept(JsonNode map, String at, Violations violations) {
            if (!map.isObject()) {
                throw mismatch(map, "a Map");
            }
            unless(map.size() <= most, "Member must have length less than or equal to " + most)
                    .ifPresent(constraint -> violations.add(at, map.toString(), constraint));
            ObjectNode accepted = Json.object();
            map.propertyStream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> accepted.set(entry.getKey(), entry(entry, at, violations)));
            return accepted;
        }

        private JsonNode entry(Map.Entry<String, JsonNode> entry, String at, Violations violations) {
            key.broken(entry.getKey())
                    .forEach(broken ->
                            violations.add(at, entry.getKey(), "Map keys must satisfy constraint: [" + broken + "]"));
            value.broken(textOf(entry.getValue()))
                    .forEach(broken ->
                            violations.add(at, entry.getKey(), "Map value must satisfy constraint: [" + broken + "]"));
            return entry.getValue();
        }
    }

    /** JSON that is kept as it comes. */
    record Anything() implements Shape {

        @Override
        public JsonNode accept(JsonNode value, String at, Violations violations) {
            return value;
        }
    }

    /** An object with named members; members it does not name are ignored, as AWS does. */
    record Structure(Map<String, Member> members) implements Shape {

        record Member(Shape shape, boolean required) {}

        public Structure {
            members = Map.copyOf(members);
        }

        static Structure empty() {
            return new Structure(Map.of());
        }

        Structure required(String name, Shape shape) {
            return with(name, new Member(shape, true));
        }

        Structure optional(String name, Shape shape) {
            return with(name, new Member(shape, false));
        }

        ObjectNode accept(JsonNode request) {
            Violations violations = new Violations();
            ObjectNode accepted = accept(request, "", violations);
            violations.refuse();
            return accepted;
        }

        @Override
        public ObjectNode accept(JsonNode value, String at, Violations violations) {
            if (!value.isObject()) {
                throw mismatch(value, "a Structure");
            }
            reportMissing(value, at, violations);
            ObjectNode accepted = Json.object();
            value.propertyStream()
                    .filter(entry -> members.containsKey(entry.getKey()))
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> accepted.set(entry.getKey(), member(entry, at, violations)));
            return accepted;
        }

        private void reportMissing(JsonNode value, String at, Violations violations) {
            members.keySet().stream()
                    .filter(name -> required(name) && !value.hasNonNull(name))
                    .sorted()
                    .forEach(name -> violations.missing(path(at, name)));
        }

        private boolean required(String name) {
            return Optional.ofNullable(members.get(name)).stream().anyMatch(Member::required);
        }

        private JsonNode member(Map.Entry<String, JsonNode> entry, String at, Violations violations) {
            Shape shape = Objects.requireNonNull(members.get(entry.getKey())).shape();
            return shape.accept(entry.getValue(), path(at, entry.getKey()), violations);
        }

        private Structure with(String name, Member member) {
            Map<String, Member> more = new LinkedHashMap<>(members);
            more.put(name, member);
            return new Structure(more);
        }

        /** AWS prints {@code TableInput} as {@code table}: the names of its own model, not of the request. */
        private static String path(String at, String name) {
            String own = name.endsWith("Input") ? name.substring(0, name.length() - "Input".length()) : name;
            String printed = Character.toLowerCase(own.charAt(0)) + own.substring(1);
            return at.isEmpty() ? printed : at + "." + printed;
        }
    }

    private static String textOf(JsonNode value) {
        if (!value.isString()) {
            throw mismatch(value, "a String");
        }
        return value.asString();
    }

    private static Optional<String> unless(boolean satisfied, String constraint) {
        return satisfied ? Optional.empty() : Optional.of(constraint);
    }

    private static AwsError mismatch(JsonNode value, String wanted) {
        if (value.isContainer()) {
            return AwsError.serialization("Start of structure or map found where not expected.");
        }
        return AwsError.serialization(value.getNodeType() + "_VALUE can not be converted to " + wanted);
    }
}
