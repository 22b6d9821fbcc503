package io.catalogbridge.server.store;

import io.catalogbridge.mapping.rules.ParameterKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What searching needs of an entry's details, of either system. A detail that is no JSON object says nothing. */
record EntryFacts(JsonNode detail) {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:\\D.*|\\d{6}.*|)");
    private static final Pattern MILLIS = Pattern.compile("\\d{13}");

    /** A column's name, and its label or comment; empty if it has none. */
    record ColumnName(String name, String label) {}

    static EntryFacts of(String detail) {
        return new EntryFacts(StoreJson.MAPPER.readTree(detail));
    }

    List<ColumnName> columns() {
        return stream("columns")
                .map(column -> new ColumnName(text(column, "name"), label(column)))
                .toList();
    }

    private static String label(JsonNode column) {
        String label = text(column, "label");
        return label.isEmpty() ? text(column, "comment") : label;
    }

    boolean exposed() {
        return detail.path("exposure").path("external").asBoolean(false);
    }

    /** Who changed and who made it, as far as known. */
    Set<String> owners() {
        JsonNode lifecycle = detail.path("lifecycle");
        return present(Stream.of(text(lifecycle, "changedBy"), text(lifecycle, "createdBy")));
    }

    /** The day of the last change in the tenant; absent if it is unknown or unreadable. */
    Optional<LocalDate> changedOn() {
        String text = text(detail.path("lifecycle"), "changedOn");
        Matcher day = DAY.matcher(text);
        try {
            if (MILLIS.matcher(text).matches()) {
                return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZoneOffset.UTC));
            }
            return day.matches()
                    ? Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Usage, deployment status, how others may read it, whether rows are restricted. */
    Set<String> tags() {
        JsonNode parameters = detail.path("parameters");
        Set<String> tags = present(Stream.of(
                text(detail, "usage"),
                text(parameters, ParameterKey.USAGE.key()),
                slug(text(detail.path("lifecycle"), "status"))));
        tags.remove("unknown");
        Set<String> exposure = new TreeSet<>(Words.of(text(parameters, ParameterKey.EXPOSURE.key())));
        addIf(tags, "exposed", exposed() || exposure.contains("external"));
        addIf(tags, "relational", says("exposure", "relational") || exposure.contains("relational"));
        addIf(tags, "analytical", says("exposure", "analytical") || exposure.contains("analytical"));
        addIf(tags, "restricted", has("accessControls", ParameterKey.ACCESS_CONTROLS));
        return tags;
    }

    private boolean says(String object, String field) {
        return detail.path(object).path(field).asBoolean(false);
    }

    private static String slug(String text) {
        return String.join("-", Words.of(text));
    }

    /** Which of measure, dimension, currency, unit, text and hierarchy there is in it. */
    Set<String> semantics() {
        Set<String> semantics = new TreeSet<>();
        stream("columns").forEach(column -> semantics(column, semantics));
        addIf(semantics, "hierarchy", has("hierarchies", ParameterKey.HIERARCHIES));
        return semantics;
    }

    private static void semantics(JsonNode column, Set<String> semantics) {
        JsonNode parameters = column.path("parameters");
        String role = text(column, "role") + text(parameters, ParameterKey.ROLE.key());
        Set<String> types = new TreeSet<>(Words.of(text(parameters, ParameterKey.SEMANTICS.key())));
        column.path("semantics").forEach(type -> types.addAll(Words.of(type.asString(""))));
        addIf(semantics, role, !role.isEmpty());
        addIf(
                semantics,
                "currency",
                either(column, "currencyColumn", ParameterKey.CURRENCY) || types.contains("currency"));
        addIf(semantics, "unit", either(column, "unitColumn", ParameterKey.UNIT) || types.contains("unit"));
        addIf(semantics, "text", either(column, "textColumn", ParameterKey.TEXT) || types.contains("text"));
    }

    private static boolean either(JsonNode column, String field, ParameterKey key) {
        return column.has(field) || column.path("parameters").has(key.key());
    }

    private boolean has(String field, ParameterKey key) {
        return !detail.path(field).isEmpty() || detail.path("parameters").has(key.key());
    }

    private static void addIf(Set<String> words, String word, boolean condition) {
        if (condition) {
            words.add(word);
        }
    }

    private Stream<JsonNode> stream(String array) {
        return detail.path(array).valueStream();
    }

    private static Set<String> present(Stream<String> texts) {
        Set<String> present = new TreeSet<>();
        texts.filter(text -> !text.isBlank()).forEach(present::add);
        return present;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
