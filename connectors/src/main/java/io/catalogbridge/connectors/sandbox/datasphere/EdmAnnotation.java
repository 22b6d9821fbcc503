package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A term of {@code $metadata} with its value.
 *
 * @param term with the alias of its vocabulary, such as {@code Common.Label}
 */
record EdmAnnotation(String term, Consumer<XmlText> writer) {

    void write(XmlText xml) {
        writer.accept(xml);
    }

    /** The alias before the dot. */
    String vocabulary() {
        return term.substring(0, term.indexOf('.'));
    }

    static EdmAnnotation yes(String term) {
        return attribute(term, "Bool", "true");
    }

    static EdmAnnotation text(String term, String value) {
        return attribute(term, "String", value);
    }

    static EdmAnnotation path(String term, String value) {
        return attribute(term, "Path", value);
    }

    static EdmAnnotation mandatory() {
        return attribute("Common.FieldControl", "EnumMember", "Common.FieldControlType/Mandatory");
    }

    static EdmAnnotation texts(String term, List<String> values) {
        return nested(term, xml -> xml.element("Collection", () -> values.forEach(value -> xml.text("String", value))));
    }

    /** Such as {@code Capabilities.DeleteRestrictions} with {@code Deletable} false. */
    static EdmAnnotation restriction(String term, String property) {
        return nested(
                term,
                xml -> xml.element(
                        "Record",
                        () -> xml.empty("PropertyValue", "Property", property, "Bool", "false"),
                        "Type",
                        term + "Type"));
    }

    /** The level hierarchies of a CSN entity. */
    static EdmAnnotation leveledHierarchies(JsonNode hierarchies, EdmNames names) {
        return nested(
                "Hierarchy.leveled",
                xml -> xml.element("Collection", () -> hierarchies.forEach(one -> hierarchy(xml, one, names))));
    }

    private static void hierarchy(XmlText xml, JsonNode hierarchy, EdmNames names) {
        xml.element("Record", () -> {
            Json.text(hierarchy, "name").ifPresent(name -> value(xml, "name", "String", name));
            Json.text(hierarchy, "label").ifPresent(label -> value(xml, "label", "String", label));
            xml.element(
                    "PropertyValue",
                    () -> xml.element(
                            "Collection", () -> hierarchy.path("levels").forEach(l -> level(xml, l, names))),
                    "Property",
                    "levels");
        });
    }

    private static void level(XmlText xml, JsonNode level, EdmNames names) {
        Json.tagged(level, "element", "=")
                .ifPresent(column -> xml.element("Record", () -> value(xml, "element", "Path", names.of(column))));
    }

    private static void value(XmlText xml, String property, String kind, String value) {
        xml.empty("PropertyValue", "Property", property, kind, value);
    }

    private static EdmAnnotation attribute(String term, String kind, String value) {
        return new EdmAnnotation(term, xml -> xml.empty("Annotation", "Term", term, kind, value));
    }

    private static EdmAnnotation nested(String term, Consumer<XmlText> content) {
        return new EdmAnnotation(term, xml -> xml.element("Annotation", () -> content.accept(xml), "Term", term));
    }
}
