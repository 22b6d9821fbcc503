package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The {@code $metadata} of one asset.
 *
 * @param namespace of the schema
 * @param name of the entity set
 * @param keyed whether the entity type shows its key
 * @param parameters what the asset asks for; when there are any, the set of the asset's name holds parameters, and the
 *     rows are one navigation further
 * @param setAnnotations on the entity set
 */
record MetadataDocument(
        String namespace,
        String name,
        boolean keyed,
        List<EdmProperty> parameters,
        List<EdmProperty> properties,
        List<EdmAnnotation> typeAnnotations,
        List<EdmAnnotation> setAnnotations) {

    private static final String CONTAINER = "EntityContainer";
    private static final SortedMap<String, Vocabulary> VOCABULARIES = new TreeMap<>(Map.of(
            "Analytics", sap("Analytics"),
            "Capabilities", oasis("Capabilities"),
            "Common", sap("Common"),
            "Core", oasis("Core"),
            "DataIntegration", sap("DataIntegration"),
            "Hierarchy", sap("Hierarchy"),
            "Measures", oasis("Measures"),
            "UI", sap("UI")));
    private static final List<String> ALWAYS_REFERENCED = List.of("Capabilities", "Common", "Core");

    MetadataDocument {
        parameters = List.copyOf(parameters);
        properties = List.copyOf(properties);
        typeAnnotations = List.copyOf(typeAnnotations);
        setAnnotations = List.copyOf(setAnnotations);
    }

    String toXml() {
        XmlText xml = new XmlText();
        xml.element(
                "edmx:Edmx",
                () -> {
                    references(xml);
                    xml.element("edmx:DataServices", () -> schema(xml));
                },
                "Version",
                "4.0",
                "xmlns:edmx",
                "http://docs.oasis-open.org/odata/ns/edmx");
        return xml.toString();
    }

    private boolean parameterised() {
        return !parameters.isEmpty();
    }

    /** The type that has the asset's columns. */
    private String rowType() {
        return parameterised() ? name + "Type" : name;
    }

    private void references(XmlText xml) {
        Set<String> used = new HashSet<>(ALWAYS_REFERENCED);
        allAnnotations().map(EdmAnnotation::vocabulary).forEach(used::add);
        VOCABULARIES.forEach((alias, vocabulary) -> {
            if (used.contains(alias)) {
                vocabulary.reference(xml, alias);
            }
        });
    }

    private Stream<EdmAnnotation> allAnnotations() {
        Stream<EdmAnnotation> onProperties = Stream.of(parameters, properties)
                .flatMap(List::stream)
                .flatMap(property -> property.annotations().stream());
        return Stream.of(typeAnnotations.stream(), setAnnotations.stream(), onProperties)
                .flatMap(stream -> stream);
    }

    private void schema(XmlText xml) {
        xml.element(
                "Schema",
                () -> {
                    container(xml);
                    parameterType(xml);
                    rowType(xml);
                    annotations(xml, rowType(), typeAnnotations);
                    annotations(xml, CONTAINER + "/" + name, setAnnotations);
                    parameters.forEach(
                            property -> annotations(xml, name + "/" + property.name(), property.annotations()));
                    properties.forEach(
                            property -> annotations(xml, rowType() + "/" + property.name(), property.annotations()));
                },
                "Namespace",
                namespace,
                "xmlns",
                "http://docs.oasis-open.org/odata/ns/edm");
    }

    private void container(XmlText xml) {
        xml.element(
                CONTAINER,
                () -> xml.empty("EntitySet", "Name", name, "EntityType", namespace + "." + name),
                "Name",
                CONTAINER);
    }

    private void parameterType(XmlText xml) {
        if (parameterised()) {
            xml.element(
                    "EntityType",
                    () -> {
                        key(xml, parameters);
                        parameters.forEach(property -> property(xml, property));
                        navigation(xml, "Set", "Collection(" + namespace + "." + rowType() + ")", "Parameters");
                    },
                    "Name",
                    name);
        }
    }

    private void rowType(XmlText xml) {
        xml.element(
                "EntityType",
                () -> {
                    if (keyed) {
                        key(xml, properties);
                    }
                    properties.forEach(property -> property(xml, property));
                    if (parameterised()) {
                        navigation(xml, "Parameters", namespace + "." + name, "Set");
                    }
                },
                "Name",
                rowType());
    }

    private static void navigation(XmlText xml, String name, String type, String partner) {
        xml.empty("NavigationProperty", "Name", name, "Type", type, "Partner", partner);
    }

    private static void key(XmlText xml, List<EdmProperty> properties) {
        List<EdmProperty> keys = properties.stream().filter(EdmProperty::key).toList();
        if (!keys.isEmpty()) {
            xml.element("Key", () -> keys.forEach(property -> xml.empty("PropertyRef", "Name", property.name())));
        }
    }

    private static void property(XmlText xml, EdmProperty property) {
        List<String> attributes = new ArrayList<>(
                List.of("Name", property.name(), "Type", property.type().name()));
        attributes.addAll(property.type().facets());
        if (property.key()) {
            attributes.addAll(List.of("Nullable", "false"));
        }
        xml.empty("Property", attributes.toArray(String[]::new));
    }

    private void annotations(XmlText xml, String target, List<EdmAnnotation> annotations) {
        if (!annotations.isEmpty()) {
            xml.element(
                    "Annotations",
                    () -> annotations.forEach(annotation -> annotation.write(xml)),
                    "Target",
                    namespace + "." + target);
        }
    }

    private static Vocabulary sap(String name) {
        return new Vocabulary(
                "https://sap.github.io/odata-vocabularies/vocabularies/" + name + ".xml",
                "com.sap.vocabularies." + name + ".v1");
    }

    private static Vocabulary oasis(String name) {
        String namespace = "Org.OData." + name + ".V1";
        return new Vocabulary(
                "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/" + namespace + ".xml", namespace);
    }

    private record Vocabulary(String uri, String namespace) {

        void reference(XmlText xml, String alias) {
            xml.element(
                    "edmx:Reference",
                    () -> xml.empty("edmx:Include", "Alias", alias, "Namespace", namespace),
                    "Uri",
                    uri);
        }
    }
}
