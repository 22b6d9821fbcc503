package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The built-in types of CSN, as one table; section 3.4 and 4.4 of the Datasphere facts and CSN Interop 1.x. */
final class CsnTypes {

    private static final Map<String, Function<JsonNode, DataType>> TABLE = Map.ofEntries(
            Map.entry("cds.String", CsnTypes::text),
            Map.entry("cds.hana.VARCHAR", CsnTypes::text),
            Map.entry("cds.hana.NCHAR", CsnTypes::text),
            Map.entry("cds.hana.CHAR", CsnTypes::text),
            Map.entry("cds.LargeString", facets -> new DataType.LargeText()),
            Map.entry("cds.hana.CLOB", facets -> new DataType.LargeText()),
            Map.entry("cds.UInt8", facets -> new DataType.Whole(8)),
            Map.entry("cds.hana.TINYINT", facets -> new DataType.Whole(8)),
            Map.entry("cds.Int16", facets -> new DataType.Whole(16)),
            Map.entry("cds.hana.SMALLINT", facets -> new DataType.Whole(16)),
            Map.entry("cds.Int32", facets -> new DataType.Whole(32)),
            Map.entry("cds.Integer", facets -> new DataType.Whole(32)),
            Map.entry("cds.Int64", facets -> new DataType.Whole(64)),
            Map.entry("cds.Integer64", facets -> new DataType.Whole(64)),
            Map.entry("cds.Decimal", CsnTypes::decimal),
            Map.entry("cds.DecimalFloat", facets -> new DataType.FloatingDecimal()),
            Map.entry("cds.hana.SMALLDECIMAL", facets -> new DataType.FloatingDecimal()),
            Map.entry("cds.Double", facets -> new DataType.Floating(64)),
            Map.entry("cds.hana.REAL", facets -> new DataType.Floating(32)),
            Map.entry("cds.Boolean", facets -> new DataType.Bool()),
            Map.entry("cds.Date", facets -> new DataType.Date()),
            Map.entry("cds.Time", facets -> new DataType.Time()),
            Map.entry("cds.DateTime", facets -> new DataType.DateTime()),
            Map.entry("cds.Timestamp", facets -> new DataType.Timestamp()),
            Map.entry("cds.Binary", CsnTypes::binary),
            Map.entry("cds.hana.BINARY", CsnTypes::binary),
            Map.entry("cds.LargeBinary", facets -> new DataType.LargeBinary()),
            Map.entry("cds.UUID", facets -> new DataType.Uuid()),
            Map.entry("cds.hana.ST_POINT", facets -> geometry("point", facets)),
            Map.entry("cds.hana.ST_GEOMETRY", facets -> geometry("geometry", facets)));

    private CsnTypes() {}

    /** The type of that name with the facets of an element; empty if the name is none of CSN's own. */
    static Optional<DataType> builtIn(String name, JsonNode facets) {
        return Optional.ofNullable(TABLE.get(name)).map(type -> type.apply(facets));
    }

    private static DataType text(JsonNode facets) {
        return new DataType.Text(Json.wholeNumber(facets.path("length"), 0));
    }

    private static DataType binary(JsonNode facets) {
        return new DataType.Binary(Json.wholeNumber(facets.path("length"), 0));
    }

    /** A scale such as {@code "floating"} or no precision at all means that the scale is not fixed. */
    private static DataType decimal(JsonNode facets) {
        int precision = Json.wholeNumber(facets.path("precision"), 0);
        int scale = facets.has("scale") ? Json.wholeNumber(facets.path("scale"), -1) : 0;
        boolean fixed = precision > 0 && scale >= 0 && scale <= precision;
        return fixed ? new DataType.Decimal(precision, scale) : new DataType.FloatingDecimal();
    }

    private static DataType geometry(String kind, JsonNode facets) {
        return new DataType.Geometry(kind, Json.wholeNumber(facets.path("srid"), 0));
    }
}
