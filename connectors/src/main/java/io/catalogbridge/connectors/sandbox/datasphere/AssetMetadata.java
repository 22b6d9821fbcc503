package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Derives the {@code $metadata} of an asset from its definition, in either of its two shapes. */
final class AssetMetadata {

    private static final String LABEL = "Common.Label";
    private static final String ORIGINAL_NAME = "DataIntegration.OriginalName";
    private static final String TEXT_SUFFIX = "\u221eT";
    private static final Map<String, String> CALENDAR_TERMS = calendarTerms();

    private final TenantObject asset;
    private final ObjectNode definition;
    private final ObjectNode businessLayer;
    private final SourceElements sources;
    private final EdmNames names = new EdmNames();

    AssetMetadata(TenantObject asset, SourceElements sources) {
        this.asset = asset;
        ObjectNode body = asset.body().get();
        this.definition = Json.child(body.path(asset.type().rootKey()), asset.name());
        this.businessLayer = Json.child(body.path("businessLayerDefinitions"), asset.name());
        this.sources = sources;
    }

    /** The shape for rows: keys shown, dimensions marked with a small letter. */
    MetadataDocument relational() {
        return new MetadataDocument(
                "StandaloneService",
                setName(asset),
                true,
                parameters(),
                columns().map(this::relationalProperty).toList(),
                typeAnnotations(),
                readOnly());
    }

    /** The shape for aggregation: no key, no count, measures and dimensions marked. */
    MetadataDocument analytical() {
        List<EdmAnnotation> onSet = new ArrayList<>();
        onSet.add(EdmAnnotation.restriction("Capabilities.CountRestrictions", "Countable"));
        onSet.addAll(readOnly());
        return new MetadataDocument(
                "InaApplicationService",
                setName(asset),
                false,
                parameters(),
                columns().flatMap(this::analyticalProperties).toList(),
                typeAnnotations(),
                onSet);
    }

    /** The name of the entity set. */
    static String setName(TenantObject asset) {
        return EdmNames.sanitised(asset.name());
    }

    /** All elements but associations, in their order. */
    private Stream<Map.Entry<String, JsonNode>> columns() {
        return definition.path("elements").propertyStream().filter(element -> !isAssociation(element.getValue()));
    }

    private static boolean isAssociation(JsonNode element) {
        String type = Json.text(element, "type").orElse("");
        return type.equals("cds.Association") || type.equals("cds.Composition");
    }

    private EdmProperty relationalProperty(Map.Entry<String, JsonNode> column) {
        JsonNode element = column.getValue();
        List<EdmAnnotation> annotations = new ArrayList<>();
        if (Json.isTrue(element, "@Analytics.dimension")) {
            annotations.add(EdmAnnotation.yes("Analytics.dimension"));
        }
        naming(column).forEach(annotations::add);
        calendar(element).forEach(annotations::add);
        if (Json.isTrue(element, "notNull")) {
            annotations.add(EdmAnnotation.mandatory());
        }
        return new EdmProperty(
                names.of(column.getKey()),
                EdmType.of(sources.of(definition, column.getKey())),
                Json.isTrue(element, "key"),
                annotations);
    }

    /** A column, followed by its text where the source has one. */
    private Stream<EdmProperty> analyticalProperties(Map.Entry<String, JsonNode> column) {
        ObjectNode source = sources.of(definition, column.getKey());
        EdmType type = EdmType.of(source);
        boolean measure = isMeasure(column);
        List<EdmAnnotation> annotations =
                measure ? measureAnnotations(column, source) : dimensionAnnotations(column, source);
        if (isHidden(column)) {
            annotations.add(EdmAnnotation.yes("UI.Hidden"));
        }
        EdmProperty property = new EdmProperty(names.of(column.getKey()), type, false, annotations);
        return measure || !hasText(source) ? Stream.of(property) : Stream.of(property, textProperty(column.getKey()));
    }

    private List<EdmAnnotation> measureAnnotations(Map.Entry<String, JsonNode> column, ObjectNode source) {
        List<EdmAnnotation> annotations = new ArrayList<>();
        naming(column).forEach(annotations::add);
        annotations.add(EdmAnnotation.yes("Analytics.measure"));
        Json.tagged(column.getValue(), "@Semantics.amount.currencyCode", "=")
                .or(() -> Json.tagged(source, "@Semantics.amount.currencyCode", "="))
                .ifPresent(currency -> annotations.add(EdmAnnotation.path("Measures.ISOCurrency", names.of(currency))));
        return annotations;
    }

    private List<EdmAnnotation> dimensionAnnotations(Map.Entry<String, JsonNode> column, ObjectNode source) {
        List<EdmAnnotation> annotations = new ArrayList<>();
        annotations.add(EdmAnnotation.yes("Analytics.Dimension"));
        naming(column).forEach(annotations::add);
        calendar(source).forEach(annotations::add);
        if (Json.isTrue(source, "@Semantics.currencyCode")) {
            annotations.add(EdmAnnotation.yes("Common.IsCurrency"));
        }
        if (Json.isTrue(source, "@Semantics.unitOfMeasure")) {
            annotations.add(EdmAnnotation.yes("Common.IsUnit"));
        }
        JsonNode origin = column.getValue().path("@Analytics.navigationAttributeRef");
        if (origin.isArray()) {
            annotations.add(EdmAnnotation.texts(
                    "Analytics.navigationAttributeRef",
                    origin.valueStream().map(step -> step.stringValue("")).toList()));
        }
        return annotations;
    }

    private EdmProperty textProperty(String column) {
        return new EdmProperty(
                names.of(column + TEXT_SUFFIX),
                new EdmType("Edm.String", List.of()),
                false,
                List.of(
                        EdmAnnotation.text("Common.TextFor", names.of(column)),
                        EdmAnnotation.text(ORIGINAL_NAME, column + TEXT_SUFFIX)));
    }

    private Stream<EdmAnnotation> naming(Map.Entry<String, JsonNode> column) {
        Optional<EdmAnnotation> label = label(column.getValue()).map(text -> EdmAnnotation.text(LABEL, text));
        return Stream.concat(label.stream(), originalName(column.getKey(), names.of(column.getKey())));
    }

    private static Stream<EdmAnnotation> originalName(String original, String name) {
        return original.equals(name) ? Stream.empty() : Stream.of(EdmAnnotation.text(ORIGINAL_NAME, original));
    }

    private static Optional<String> label(JsonNode annotated) {
        return Json.text(annotated, "@EndUserText.label").or(() -> Json.text(annotated, "@Common.Label"));
    }

    private static Stream<EdmAnnotation> calendar(JsonNode element) {
        return CALENDAR_TERMS.entrySet().stream()
                .filter(term -> Json.isTrue(element, term.getKey()))
                .map(term -> EdmAnnotation.yes(term.getValue()));
    }

    private boolean isMeasure(Map.Entry<String, JsonNode> column) {
        JsonNode element = column.getValue();
        return element.has("@AnalyticsDetails.measureType")
                || element.has("@Aggregation.default")
                || businessLayer.path("measures").has(column.getKey());
    }

    private boolean isHidden(Map.Entry<String, JsonNode> column) {
        return Json.isTrue(column.getValue(), "@Analytics.hidden")
                || Json.isTrue(businessLayer.path("measures").path(column.getKey()), "isAuxiliary");
    }

    private static boolean hasText(JsonNode source) {
        return source.has("@ObjectModel.text.element") || source.has("@ObjectModel.text.association");
    }

    /** Parameters of the definition; a model may have variables besides. */
    private List<EdmProperty> parameters() {
        if (!asset.exposure().parameters()) {
            return List.of();
        }
        Map<String, JsonNode> all = new LinkedHashMap<>();
        definition.path("params").propertyStream().forEach(one -> all.put(one.getKey(), one.getValue()));
        businessLayer
                .path("variables")
                .propertyStream()
                .filter(one -> Exposure.asksForInput(one.getValue()))
                .forEach(one -> all.putIfAbsent(one.getKey(), one.getValue()));
        EdmNames parameterNames = new EdmNames();
        return all.entrySet().stream()
                .map(one -> parameter(one.getKey(), one.getValue(), parameterNames))
                .toList();
    }

    private static EdmProperty parameter(String original, JsonNode parameter, EdmNames names) {
        String name = names.of(original);
        List<EdmAnnotation> annotations = new ArrayList<>();
        label(parameter)
                .or(() -> Json.text(parameter, "text"))
                .ifPresent(label -> annotations.add(EdmAnnotation.text(LABEL, label)));
        originalName(original, name).forEach(annotations::add);
        annotations.add(EdmAnnotation.mandatory());
        return new EdmProperty(name, EdmType.of(parameter), true, annotations);
    }

    private List<EdmAnnotation> typeAnnotations() {
        List<EdmAnnotation> annotations = new ArrayList<>();
        JsonNode leveled = definition.path("@Hierarchy.leveled");
        if (leveled.isArray()) {
            annotations.add(EdmAnnotation.leveledHierarchies(leveled, names));
        }
        Json.text(definition, "@Analytics.dimensionType")
                .ifPresent(type -> annotations.add(EdmAnnotation.text("Analytics.dimensionType", type)));
        label(definition).ifPresent(label -> annotations.add(EdmAnnotation.text(LABEL, label)));
        originalName(asset.name(), setName(asset)).forEach(annotations::add);
        return annotations;
    }

    private static List<EdmAnnotation> readOnly() {
        return List.of(
                EdmAnnotation.restriction("Capabilities.DeleteRestrictions", "Deletable"),
                EdmAnnotation.restriction("Capabilities.InsertRestrictions", "Insertable"),
                EdmAnnotation.restriction("Capabilities.UpdateRestrictions", "Updatable"));
    }

    private static Map<String, String> calendarTerms() {
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("@Semantics.date", "Common.IsCalendarDate");
        terms.put("@Semantics.calendar.date", "Common.IsCalendarDate");
        terms.put("@Semantics.calendar.year", "Common.IsCalendarYear");
        terms.put("@Semantics.calendar.month", "Common.IsCalendarMonth");
        terms.put("@Semantics.calendar.yearMonth", "Common.IsCalendarYearMonth");
        terms.put("@Semantics.calendar.yearQuarter", "Common.IsCalendarYearQuarter");
        terms.put("@Semantics.calendar.yearWeek", "Common.IsCalendarYearWeek");
        terms.put("@Semantics.calendar.dayOfYear", "Common.IsDayOfCalendarYear");
        terms.put("@Semantics.fiscal.year", "Common.IsFiscalYear");
        terms.put("@Semantics.fiscal.period", "Common.IsFiscalPeriod");
        terms.put("@Semantics.fiscal.yearPeriod", "Common.IsFiscalYearPeriod");
        terms.put("@Semantics.fiscal.yearVariant", "Common.IsFiscalYearVariant");
        return terms;
    }
}
