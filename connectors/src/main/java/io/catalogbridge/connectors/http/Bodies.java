package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.http.BodyReader.MalformedBody;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The formats of bodies. */
public final class Bodies {

    private static final int PEEK_BYTES = 64;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Bodies() {}

    /** A JSON document, whole. */
    public static JsonNode json(byte[] body) throws MalformedBody {
        try {
            JsonNode document = JSON.readTree(body);
            if (document.isMissingNode()) {
                throw new MalformedBody("the body is empty where JSON is expected");
            }
            return document;
        } catch (JacksonException cause) {
            throw new MalformedBody("the JSON is incomplete or malformed: " + cause.getOriginalMessage());
        }
    }

    /** The bytes of an XML document, checked to be whole. External entities are not resolved. */
    public static byte[] xml(byte[] body) throws MalformedBody {
        try {
            XMLStreamReader reader = xmlInputs().createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                reader.next();
            }
            return body;
        } catch (XMLStreamException cause) {
            throw new MalformedBody("the XML is incomplete or malformed");
        }
    }

    private static XMLInputFactory xmlInputs() {
        XMLInputFactory inputs = XMLInputFactory.newDefaultFactory();
        inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        inputs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return inputs;
    }

    static boolean startsLikeHtml(byte[] body) {
        String start = new String(body, 0, Math.min(PEEK_BYTES, body.length), StandardCharsets.UTF_8)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
