package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.csn.ColumnOrigin.Computed;
import io.catalogbridge.mapping.csn.ColumnOrigin.Copied;
import io.catalogbridge.mapping.csn.ColumnOrigin.Hidden;
import io.catalogbridge.mapping.csn.ColumnOrigin.Sibling;
import io.catalogbridge.mapping.csn.Draft.DraftAssociation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the business layer of an analytic model, as written by version 1.3 and by version 1.7: which facts and dimensions it
 * stands on, how its measures are defined, which variables it asks for.
 */
final class AnalyticModelReader {

    private final JsonNode layer;
    private final TypeReader types;

    AnalyticModelReader(JsonNode layer, TypeReader types) {
        this.layer = layer;
        this.types = types;
    }

    String version() {
        return Json.textOrEmpty(layer.path("version"));
    }

    /** The fact sources first, then the dimensions. */
    List<String> sources() {
        Set<String> sources = new LinkedHashSet<>();
        Stream.of("factSources", "dimensionSources")
                .flatMap(kind -> Json.members(layer.path("sourceModel").path(kind)).stream())
                .map(source -> Json.text(source.getValue().path("dataEntity"), "key"))
                .flatMap(Stream::ofNullable)
                .filter(name -> !name.isEmpty())
                .forEach(sources::add);
        return List.copyOf(sources);
    }

    /** The columns the layer itself names, for models whose definition lists no elements. Auxiliary measures are internal. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        Json.members(layer.path("attributes")).forEach(attribute -> columns.add(attribute.getKey()));
        Json.members(layer.path("measures")).stream()
                .filter(measure -> !Json.flag(measure.getValue().path("isAuxiliary")))
                .forEach(measure -> columns.add(measure.getKey()));
        return columns;
    }

    /** The column with what the layer adds to it: a measure's definition, a dimension's role, a label. */
    Column complete(Column column) {
        JsonNode measure = layer.path("measures").path(column.name());
        if (measure.isObject()) {
            return labelled(column.withRole(measure(measure, column.role())), measure);
        }
        JsonNode attribute = layer.path("attributes").path(column.name());
        boolean dimension = attribute.isObject() && column.role().equals(ColumnRole.NONE);
        return labelled(dimension ? column.withRole(ColumnRole.DIMENSION) : column, attribute);
    }

    private static Column labelled(Column column, JsonNode entry) {
        return column.label() != null ? column : column.withLabel(Prose.clean(Json.text(entry, "text")));
    }

    private static ColumnRole measure(JsonNode measure, ColumnRole stated) {
        String aggregation = lastWord(aggregationOf(measure));
        boolean unstated = aggregation == null && stated instanceof ColumnRole.Measure;
        return new ColumnRole.Measure(
                ElementReader.measureKind(Json.text(measure, "measureType")),
                unstated ? ((ColumnRole.Measure) stated).aggregation() : aggregation,
                formula(measure));
    }

    private static @Nullable String aggregationOf(JsonNode measure) {
        String plain = Json.text(measure, "aggregation");
        return plain != null ? plain : Json.text(measure.path("aggregation"), "type");
    }

    private static @Nullable String lastWord(@Nullable String spelling) {
        return spelling == null ? null : spelling.substring(spelling.lastIndexOf('.') + 1);
    }

    private static @Nullable String formula(JsonNode measure) {
        String raw = Json.text(measure, "formulaRaw");
        String text = raw != null ? raw : Json.text(measure, "formula");
        boolean tree = text == null && measure.path("formula").isContainer();
        return Prose.clean(tree ? Json.compact(measure.path("formula")) : text);
    }

    /** Where the layer says a column comes from; empty if it says nothing. */
    Optional<ColumnOrigin> origin(String column) {
        JsonNode measure = layer.path("measures").path(column);
        return measure.isObject()
                ? Optional.of(measureOrigin(measure))
                : attributeOrigin(layer.path("attributes").path(column));
    }

    private ColumnOrigin measureOrigin(JsonNode measure) {
        Optional<ColumnOrigin> mapped = firstMapped(measure.path("measureMapping"));
        if (mapped.isPresent()) {
            return mapped.get();
        }
        String key = Json.text(measure, "key");
        return switch (ElementReader.measureKind(Json.text(measure, "measureType"))) {
            case BASE ->
                sourceColumn("factSources", Json.text(measure, "sourceKey"), key)
                        .orElseGet(() -> new Hidden("is a measure without a source"));
            case RESTRICTED -> key == null ? new Hidden("restricts no measure") : new Sibling(key);
            case COUNT_DISTINCT -> new Computed(List.of(), new DataType.Whole(64));
            case CALCULATED, OTHER ->
                key == null ? new Computed(List.of(), null) : new Computed(List.of(new Sibling(key)), null);
        };
    }

    private Optional<ColumnOrigin> attributeOrigin(JsonNode attribute) {
        Optional<ColumnOrigin> mapped = firstMapped(attribute.path("attributeMapping"));
        return mapped.isPresent()
                ? mapped
                : sourceColumn("dimensionSources", Json.text(attribute, "sourceKey"), Json.text(attribute, "key"));
    }

    private Optional<ColumnOrigin> firstMapped(JsonNode mapping) {
        return Json.members(mapping).stream()
                .map(fact -> sourceColumn("factSources", fact.getKey(), Json.text(fact.getValue(), "key")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ColumnOrigin> sourceColumn(String kind, @Nullable String source, @Nullable String column) {
        if (source == null || column == null) {
            return Optional.empty();
        }
        JsonNode entity = layer.path("sourceModel").path(kind).path(source).path("dataEntity");
        return Optional.ofNullable(Json.text(entity, "key")).map(object -> Copied.of(object, column));
    }

    List<Parameter> variables() {
        return Json.members(layer.path("variables")).stream()
                .map(this::variable)
                .toList();
    }

    private Parameter variable(Map.Entry<String, JsonNode> entry) {
        JsonNode variable = entry.getValue();
        DataType type = types.read(variable).orElse(ElementReader.UNTYPED);
        JsonNode value = variable.path("defaultValue");
        String plain = Json.text(value);
        return new Parameter(
                entry.getKey(),
                type,
                Prose.clean(Json.text(variable, "text")),
                Prose.clean(plain != null ? plain : Json.text(value, "val")));
    }

    /** Associations that the model passes on without listing them among its elements. */
    List<DraftAssociation> exposedAssociations() {
        return Json.members(layer.path("exposedAssociations")).stream()
                .map(entry -> exposed(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DraftAssociation> exposed(String name, JsonNode association) {
        String entity = Json.text(association.path("dataEntity"), "key");
        String target = entity != null ? entity : Json.textOrEmpty(association.path("target"));
        return target.isEmpty() ? Optional.empty() : Optional.of(new DraftAssociation(name, target, List.of()));
    }
}
