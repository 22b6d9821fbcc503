package io.catalogbridge.mapping.csn;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML as a tree of elements, by local names. Document types and external entities are not read, and nesting is bounded, so
 * that foreign bytes can do no harm.
 */
record XmlTree(String name, Map<String, String> attributes, List<XmlTree> children) {

    private static final int DEEPEST = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a whole document; its root is the only child of the answer.
     *
     * @throws XMLStreamException if the bytes are not well-formed XML, or are nested too deeply
     */
    static XmlTree parse(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(decoded(xml)));
        try {
            return parse(reader);
        } finally {
            reader.close();
        }
    }

    /** Decoded here, since the parser complains about malformed bytes on standard error. Services answer in UTF-8. */
    private static String decoded(byte[] xml) throws XMLStreamException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("not UTF-8", e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static XmlTree parse(XMLStreamReader reader) throws XMLStreamException {
        XmlTree document = new XmlTree("", Map.of(), new ArrayList<>());
        Deque<XmlTree> open = new ArrayDeque<>(List.of(document));
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open(reader, open);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            }
        }
        return document;
    }

    private static void open(XMLStreamReader reader, Deque<XmlTree> open) throws XMLStreamException {
        if (open.size() > DEEPEST) {
            throw new XMLStreamException("nested more than " + DEEPEST + " levels deep");
        }
        XmlTree element = new XmlTree(reader.getLocalName(), attributes(reader), new ArrayList<>());
        open.element().children().add(element);
        open.push(element);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    Stream<XmlTree> children(String name) {
        return children.stream().filter(child -> child.name.equals(name));
    }

    Optional<XmlTree> child(String name) {
        return children(name).findFirst();
    }

    /** This element and all below it. */
    Stream<XmlTree> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlTree::all));
    }

    @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    String attributeOrEmpty(String name) {
        return attributes.getOrDefault(name, "");
    }
}
