package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataType;
import java.util.Map;
import java.util.function.Function;

/** The types of OData as CSN has them, and which pairs count as the same; section 3.4 of the Datasphere facts. */
final class EdmTypes {

    private static final Map<String, Function<XmlTree, DataType>> TABLE = Map.ofEntries(
            Map.entry("Edm.String", property -> new DataType.Text(facet(property, "MaxLength"))),
            Map.entry("Edm.Byte", property -> new DataType.Whole(8)),
            Map.entry("Edm.SByte", property -> new DataType.Whole(16)),
            Map.entry("Edm.Int16", property -> new DataType.Whole(16)),
            Map.entry("Edm.Int32", property -> new DataType.Whole(32)),
            Map.entry("Edm.Int64", property -> new DataType.Whole(64)),
            Map.entry("Edm.Decimal", EdmTypes::decimal),
            Map.entry("Edm.Double", property -> new DataType.Floating(64)),
            Map.entry("Edm.Single", property -> new DataType.Floating(32)),
            Map.entry("Edm.Boolean", property -> new DataType.Bool()),
            Map.entry("Edm.Date", property -> new DataType.Date()),
            Map.entry("Edm.TimeOfDay", property -> new DataType.Time()),
            Map.entry("Edm.DateTimeOffset", property -> new DataType.Timestamp()),
            Map.entry("Edm.Binary", property -> new DataType.Binary(facet(property, "MaxLength"))),
            Map.entry("Edm.Stream", property -> new DataType.LargeBinary()),
            Map.entry("Edm.Guid", property -> new DataType.Uuid()),
            Map.entry("Edm.GeometryPoint", property -> new DataType.Geometry("point", facet(property, "SRID"))),
            Map.entry("Edm.GeographyPoint", property -> new DataType.Geometry("point", facet(property, "SRID"))),
            Map.entry("Edm.Geometry", property -> new DataType.Geometry("geometry", facet(property, "SRID"))),
            Map.entry("Edm.Geography", property -> new DataType.Geometry("geometry", facet(property, "SRID"))));

    private EdmTypes() {}

    static DataType of(XmlTree property) {
        String spelling = property.attributeOrEmpty("Type");
        if (spelling.startsWith("Collection(") && spelling.endsWith(")")) {
            return new DataType.ListOf(
                    named(spelling.substring("Collection(".length(), spelling.length() - 1), property));
        }
        return named(spelling, property);
    }

    private static DataType named(String spelling, XmlTree property) {
        return TABLE.getOrDefault(spelling, ignored -> new DataType.Unknown(spelling))
                .apply(property);
    }

    private static int facet(XmlTree property, String name) {
        String value = property.attributeOrEmpty(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static DataType decimal(XmlTree property) {
        int precision = facet(property, "Precision");
        int scale = facet(property, "Scale");
        boolean fixed = property.attributeOrEmpty("Scale").matches("\\d*") && precision > 0 && scale <= precision;
        return fixed ? new DataType.Decimal(precision, scale) : new DataType.FloatingDecimal();
    }

    /** True if a column defined as {@code defined} may be served as {@code served}. */
    static boolean correspond(DataType defined, DataType served) {
        if (defined.equals(served) || unknown(defined) || unknown(served)) {
            return true;
        }
        if (served instanceof DataType.Text text) {
            return asText(defined, text);
        }
        if (served instanceof DataType.Timestamp) {
            return defined instanceof DataType.DateTime;
        }
        if (served instanceof DataType.FloatingDecimal) {
            return defined instanceof DataType.Decimal;
        }
        if (served instanceof DataType.Decimal) {
            return defined instanceof DataType.FloatingDecimal;
        }
        return served instanceof DataType.Binary binary ? asBinary(defined, binary) : narrower(defined, served);
    }

    private static boolean unknown(DataType type) {
        return type instanceof DataType.Unknown || type instanceof DataType.Unresolved;
    }

    /** Large texts, shapes and, on some tenants, binaries are served as text; a text without a limit suits any. */
    private static boolean asText(DataType defined, DataType.Text served) {
        return defined instanceof DataType.Text text
                ? text.length() == 0 || served.length() == 0
                : defined instanceof DataType.LargeText
                        || defined instanceof DataType.Geometry
                        || defined instanceof DataType.Binary
                        || defined instanceof DataType.LargeBinary
                        || defined instanceof DataType.Uuid;
    }

    private static boolean asBinary(DataType defined, DataType.Binary served) {
        return defined instanceof DataType.LargeBinary
                || (defined instanceof DataType.Binary binary && (binary.length() == 0 || served.length() == 0));
    }

    /** HANA's small numbers are served in their own or in the next larger type. */
    private static boolean narrower(DataType defined, DataType served) {
        boolean real = defined.equals(new DataType.Floating(32)) && served.equals(new DataType.Floating(64));
        boolean tiny = defined.equals(new DataType.Whole(8)) && served.equals(new DataType.Whole(16));
        return real || tiny;
    }
}
