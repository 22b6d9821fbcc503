package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A {@code $metadata} document, read with the JDK's own parser. */
record EdmxReading(Document document) {

    static EdmxReading of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new EdmxReading(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
        } catch (Exception cause) {
            throw new AssertionError("Not well-formed: " + xml, cause);
        }
    }

    String namespace() {
        return elements("Schema").findFirst().orElseThrow().getAttribute("Namespace");
    }

    Optional<Element> entityType(String name) {
        return elements("EntityType")
                .filter(type -> type.getAttribute("Name").equals(name))
                .findFirst();
    }

    List<String> entitySets() {
        return elements("EntitySet").map(set -> set.getAttribute("Name")).toList();
    }

    List<String> propertyNames() {
        return elements("Property")
                .map(property -> property.getAttribute("Name"))
                .toList();
    }

    /** The attributes of a property except its name, as {@code Type=Edm.String MaxLength=10}. */
    String property(String name) {
        Element property = elements("Property")
                .filter(candidate -> candidate.getAttribute("Name").equals(name))
                .findFirst()
                .orElseThrow();
        return Stream.of("Type", "MaxLength", "Precision", "Scale", "Nullable")
                .filter(property::hasAttribute)
                .map(attribute -> attribute + "=" + property.getAttribute(attribute))
                .reduce((left, right) -> left + " " + right)
                .orElse("");
    }

    List<String> keys() {
        return elements("PropertyRef").map(key -> key.getAttribute("Name")).toList();
    }

    /** The terms on a target below the namespace, with attribute values, as {@code Common.Label=Date}. */
    List<String> terms(String target) {
        return elements("Annotations")
                .filter(block -> block.getAttribute("Target").equals(namespace() + "." + target))
                .flatMap(block -> children(block, "Annotation"))
                .map(EdmxReading::term)
                .toList();
    }

    private static String term(Element annotation) {
        return Stream.of("Bool", "String", "Path", "EnumMember")
                .filter(annotation::hasAttribute)
                .map(kind -> annotation.getAttribute("Term") + "=" + annotation.getAttribute(kind))
                .findFirst()
                .orElseGet(() -> annotation.getAttribute("Term") + texts(annotation));
    }

    private static List<String> texts(Element annotation) {
        return children(annotation, "String").map(Element::getTextContent).toList();
    }

    private Stream<Element> elements(String name) {
        return all(document.getElementsByTagName(name)).stream();
    }

    private static Stream<Element> children(Element parent, String name) {
        return all(parent.getElementsByTagName(name)).stream();
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
