package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A type of {@code $metadata}.
 *
 * @param facets attributes, alternating name and value
 */
record EdmType(String name, List<String> facets) {

    EdmType {
        facets = List.copyOf(facets);
    }

    /** The type of a CSN element; an element without a known type is text. */
    static EdmType of(JsonNode element) {
        return switch (Json.text(element, "type").orElse("")) {
            case "cds.Decimal" -> decimal(element);
            case "cds.DecimalFloat", "cds.hana.SMALLDECIMAL" -> plain("Edm.Decimal");
            case "cds.Integer" -> plain("Edm.Int32");
            case "cds.Integer64" -> plain("Edm.Int64");
            case "cds.hana.TINYINT" -> plain("Edm.Byte");
            case "cds.hana.SMALLINT" -> plain("Edm.Int16");
            case "cds.Double" -> plain("Edm.Double");
            case "cds.hana.REAL" -> plain("Edm.Single");
            case "cds.Date" -> plain("Edm.Date");
            case "cds.Time" -> plain("Edm.TimeOfDay");
            case "cds.DateTime", "cds.Timestamp" -> plain("Edm.DateTimeOffset");
            case "cds.Boolean" -> plain("Edm.Boolean");
            case "cds.Binary", "cds.LargeBinary", "cds.hana.BINARY" -> plain("Edm.Binary");
            case "cds.UUID" -> plain("Edm.Guid");
            case "cds.String" -> text(element);
            default -> plain("Edm.String");
        };
    }

    private static EdmType plain(String name) {
        return new EdmType(name, List.of());
    }

    private static EdmType text(JsonNode element) {
        return element.path("length").isNumber()
                ? new EdmType(
                        "Edm.String",
                        List.of("MaxLength", element.path("length").asString()))
                : plain("Edm.String");
    }

    /** A scale of zero is not written. */
    private static EdmType decimal(JsonNode element) {
        List<String> facets = new ArrayList<>();
        if (element.path("precision").isNumber()) {
            facets.addAll(List.of("Precision", element.path("precision").asString()));
        }
        if (element.path("scale").intValue(0) != 0) {
            facets.addAll(List.of("Scale", element.path("scale").asString()));
        }
        return new EdmType("Edm.Decimal", facets);
    }
}
