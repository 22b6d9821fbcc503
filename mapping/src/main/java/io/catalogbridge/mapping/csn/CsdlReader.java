package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.ColumnRole.MeasureKind;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.csn.CsdlAnnotations.Terms;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code $metadata} of one exposed asset, relational, analytical or with parameters; sections 3.1 to 3.3 of the
 * Datasphere facts. With parameters, the entity set's own type holds the parameters, and the columns are in the type that its
 * navigation {@code Set} leads to.
 */
final class CsdlReader {

    private static final Map<String, String> SEMANTIC_TYPES = Map.ofEntries(
            Map.entry("iscurrency", "currencyCode"),
            Map.entry("isunit", "unitOfMeasure"),
            Map.entry("iscalendardate", "calendar.date"),
            Map.entry("iscalendaryear", "calendar.year"),
            Map.entry("iscalendarquarter", "calendar.quarter"),
            Map.entry("iscalendarmonth", "calendar.month"),
            Map.entry("iscalendarweek", "calendar.week"),
            Map.entry("iscalendaryearmonth", "calendar.yearMonth"),
            Map.entry("iscalendaryearquarter", "calendar.yearQuarter"),
            Map.entry("iscalendaryearweek", "calendar.yearWeek"),
            Map.entry("isdayofcalendaryear", "calendar.dayOfYear"),
            Map.entry("isfiscalyear", "fiscal.year"),
            Map.entry("isfiscalperiod", "fiscal.period"),
            Map.entry("isfiscalyearperiod", "fiscal.yearPeriod"),
            Map.entry("isfiscalyearvariant", "fiscal.yearVariant"));

    private static final String ANALYTICAL_NAMESPACE = "InaApplicationService";

    private final List<XmlTree> schemas;
    private final CsdlAnnotations annotations;
    private final Map<String, XmlTree> entityTypes = new LinkedHashMap<>();

    private CsdlReader(XmlTree document) {
        schemas = document.all()
                .filter(element -> element.name().equals("Schema"))
                .toList();
        annotations = new CsdlAnnotations(schemas);
        schemas.stream()
                .flatMap(schema -> schema.children("EntityType"))
                .forEach(type -> entityTypes.putIfAbsent(type.attributeOrEmpty("Name"), type));
    }

    /**
     * @param asset technical name of the asset, to find its set where there are several
     * @return empty if the document describes no entity
     * @throws XMLStreamException if the bytes are not XML
     */
    static Optional<ServiceEntity> read(String asset, byte[] csdl) throws XMLStreamException {
        return new CsdlReader(XmlTree.parse(csdl)).entity(asset);
    }

    private Optional<ServiceEntity> entity(String asset) {
        return entryType(asset)
                .map(entry -> columnsType(entry)
                        .map(columns -> entity(entry, columns, parameters(entry)))
                        .orElseGet(() -> entity(entry, entry, List.of())));
    }

    /** The type of the asset's set: by original name, else by the name the service makes of it, else the first. */
    private Optional<XmlTree> entryType(String asset) {
        List<XmlTree> candidates = setTypes();
        return candidates.stream()
                .filter(type -> asset.equals(terms(type).text("originalname")))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(type -> sanitised(asset).equals(type.attributeOrEmpty("Name")))
                        .findFirst())
                .or(() -> candidates.stream().findFirst());
    }

    private List<XmlTree> setTypes() {
        List<XmlTree> types = schemas.stream()
                .flatMap(schema -> schema.children("EntityContainer"))
                .flatMap(container -> container.children("EntitySet"))
                .map(set -> entityTypes.get(localName(set.attributeOrEmpty("EntityType"))))
                .filter(Objects::nonNull)
                .toList();
        return types.isEmpty() ? List.copyOf(entityTypes.values()) : types;
    }

    /** Letters, digits and underscores stay; a leading digit gets an underscore in front. */
    static String sanitised(String asset) {
        String replaced = asset.replaceAll("[^A-Za-z0-9_]", "_");
        return replaced.matches("\\d.*") ? "_" + replaced : replaced;
    }

    private Optional<XmlTree> columnsType(XmlTree entry) {
        return entry.children("NavigationProperty")
                .filter(navigation -> navigation.attributeOrEmpty("Name").equals("Set"))
                .map(navigation -> navigation.attributeOrEmpty("Type"))
                .map(type -> type.replaceAll("^Collection\\((.*)\\)$", "$1"))
                .map(type -> entityTypes.get(localName(type)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String localName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private ServiceEntity entity(XmlTree entry, XmlTree type, List<Parameter> parameters) {
        Map<String, String> originals = originalNames(type);
        Set<String> keys = keys(type);
        Map<String, String> texts = texts(type, originals);
        Map<String, String> textOf = new HashMap<>();
        texts.forEach((text, described) -> textOf.putIfAbsent(described, text));
        List<Column> columns = type.children("Property")
                .map(property -> column(type, property, originals, keys))
                .map(column -> described(column, textOf.get(column.name())))
                .toList();
        String label = label(terms(type));
        return new ServiceEntity(
                label != null ? label : label(terms(entry)),
                columns,
                texts.keySet(),
                parameters,
                hierarchies(type, originals),
                analytical());
    }

    /** The columns that each column with readable texts describes, by the name of the latter. */
    private Map<String, String> texts(XmlTree type, Map<String, String> originals) {
        Map<String, String> texts = new LinkedHashMap<>();
        type.children("Property").forEach(property -> {
            String name = property.attributeOrEmpty("Name");
            String described = original(terms(type, property).text("textfor"), originals);
            if (described != null) {
                texts.put(originals.getOrDefault(name, name), described);
            }
        });
        return texts;
    }

    private static Column described(Column column, @Nullable String text) {
        return text == null || column.semantics().textColumn() != null
                ? column
                : column.withSemantics(column.semantics().withTextColumn(text));
    }

    private boolean analytical() {
        return schemas.stream().anyMatch(schema -> ANALYTICAL_NAMESPACE.equals(schema.attribute("Namespace")));
    }

    private static @Nullable String label(Terms terms) {
        return Prose.clean(terms.text("label"));
    }

    private Terms terms(XmlTree type) {
        return annotations.about(type.attributeOrEmpty("Name"), type);
    }

    private Terms terms(XmlTree type, XmlTree property) {
        return annotations.about(type.attributeOrEmpty("Name") + "/" + property.attributeOrEmpty("Name"), property);
    }

    private Map<String, String> originalNames(XmlTree type) {
        Map<String, String> originals = new HashMap<>();
        type.children("Property").forEach(property -> {
            String name = property.attributeOrEmpty("Name");
            String original = terms(type, property).text("originalname");
            originals.put(name, original == null || original.isEmpty() ? name : original);
        });
        return originals;
    }

    private static Set<String> keys(XmlTree type) {
        return type.children("Key")
                .flatMap(key -> key.children("PropertyRef"))
                .map(reference -> reference.attributeOrEmpty("Name"))
                .collect(Collectors.toSet());
    }

    private Column column(XmlTree type, XmlTree property, Map<String, String> originals, Set<String> keys) {
        Terms terms = terms(type, property);
        String name = property.attributeOrEmpty("Name");
        boolean key = keys.contains(name);
        return new Column(
                originals.getOrDefault(name, name),
                EdmTypes.of(property),
                key,
                !key && !"false".equals(property.attribute("Nullable")),
                label(terms),
                Prose.clean(terms.text("quickinfo")),
                role(terms),
                semantics(terms, originals),
                property.attribute("DefaultValue"));
    }

    private static ColumnRole role(Terms terms) {
        if (terms.flag("measure")) {
            return new ColumnRole.Measure(MeasureKind.BASE, null, null);
        }
        return terms.flag("dimension") ? ColumnRole.DIMENSION : ColumnRole.NONE;
    }

    private static Semantics semantics(Terms terms, Map<String, String> originals) {
        NavigableSet<String> types = new TreeSet<>();
        terms.flags("is").stream()
                .map(SEMANTIC_TYPES::get)
                .filter(Objects::nonNull)
                .forEach(types::add);
        return new Semantics(
                original(terms.text("isocurrency"), originals),
                original(terms.text("unit"), originals),
                original(terms.text("text"), originals),
                null,
                null,
                types,
                terms.flag("hidden"),
                false);
    }

    /** Paths name a property as served or, sometimes, by its original name. */
    private static @Nullable String original(@Nullable String path, Map<String, String> originals) {
        return path == null ? null : originals.getOrDefault(path, path);
    }

    private List<Parameter> parameters(XmlTree entry) {
        Map<String, String> originals = originalNames(entry);
        return entry.children("Property")
                .map(property -> column(entry, property, originals, Set.of()))
                .map(column -> new Parameter(column.name(), column.type(), column.label(), column.defaultValue()))
                .toList();
    }

    private List<Hierarchy> hierarchies(XmlTree type, Map<String, String> originals) {
        return terms(type).records("leveled").stream()
                .map(entry -> leveled(entry, originals))
                .toList();
    }

    private static Hierarchy leveled(XmlTree entry, Map<String, String> originals) {
        List<String> levels = CsdlAnnotations.records(entry, "levels").stream()
                .map(level -> original(CsdlAnnotations.property(level, "element"), originals))
                .filter(Objects::nonNull)
                .toList();
        return new Hierarchy.Leveled(
                Objects.requireNonNullElse(CsdlAnnotations.property(entry, "name"), ""),
                Prose.clean(CsdlAnnotations.property(entry, "label")),
                levels);
    }
}
