package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import java.util.List;

/** The catalog service's own {@code $metadata}. */
final class CatalogMetadata {

    private static final String NAMESPACE = "CatalogService";
    private static final List<String> ASSET_TEXTS = List.of(
            "label",
            "assetRelationalMetadataUrl",
            "assetRelationalDataUrl",
            "assetAnalyticalMetadataUrl",
            "assetAnalyticalDataUrl");

    private CatalogMetadata() {}

    static HttpAnswer answer() {
        return HttpAnswer.xml(200, document()).withHeader("odata-version", "4.0");
    }

    private static String document() {
        XmlText xml = new XmlText();
        xml.element(
                "edmx:Edmx",
                () -> xml.element("edmx:DataServices", () -> schema(xml)),
                "Version",
                "4.0",
                "xmlns:edmx",
                "http://docs.oasis-open.org/odata/ns/edmx");
        return xml.toString();
    }

    private static void schema(XmlText xml) {
        xml.element(
                "Schema",
                () -> {
                    xml.element("EntityContainer", () -> sets(xml), "Name", "EntityContainer");
                    xml.element("EntityType", () -> space(xml), "Name", "spaces");
                    xml.element("EntityType", () -> asset(xml), "Name", "assets");
                },
                "Namespace",
                NAMESPACE,
                "xmlns",
                "http://docs.oasis-open.org/odata/ns/edm");
    }

    private static void sets(XmlText xml) {
        List.of("spaces", "assets")
                .forEach(set -> xml.empty("EntitySet", "Name", set, "EntityType", NAMESPACE + "." + set));
    }

    private static void space(XmlText xml) {
        xml.element("Key", () -> xml.empty("PropertyRef", "Name", "name"));
        xml.empty("Property", "Name", "name", "Type", "Edm.String", "Nullable", "false");
        xml.empty("Property", "Name", "label", "Type", "Edm.String");
        xml.empty("NavigationProperty", "Name", "assets", "Type", "Collection(" + NAMESPACE + ".assets)");
    }

    private static void asset(XmlText xml) {
        xml.element("Key", () -> {
            xml.empty("PropertyRef", "Name", "spaceName");
            xml.empty("PropertyRef", "Name", "name");
        });
        xml.empty("Property", "Name", "spaceName", "Type", "Edm.String", "Nullable", "false");
        xml.empty("Property", "Name", "name", "Type", "Edm.String", "Nullable", "false");
        ASSET_TEXTS.forEach(text -> xml.empty("Property", "Name", text, "Type", "Edm.String"));
        xml.empty("Property", "Name", "supportsAnalyticalQueries", "Type", "Edm.Boolean");
        xml.empty("Property", "Name", "hasParameters", "Type", "Edm.Boolean");
    }
}
