package io.catalogbridge.mapping.catalog;

import java.util.List;

/**
 * The type of a column, free of any system's spelling. Lengths count characters (text) or bytes (binary); zero means
 * that no limit is stated.
 */
public sealed interface DataType {

    record Text(int length) implements DataType {}

    record LargeText() implements DataType {}

    /** A whole number of 8 (unsigned, as HANA's TINYINT), 16, 32 or 64 bits. */
    record Whole(int bits) implements DataType {}

    record Decimal(int precision, int scale) implements DataType {
        public Decimal {
            if (precision < 1 || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("no decimal has precision " + precision + " and scale " + scale);
            }
        }
    }

    /** A decimal floating-point number without fixed scale. */
    record FloatingDecimal() implements DataType {}

    /** A binary floating-point number of 32 or 64 bits. */
    record Floating(int bits) implements DataType {}

    record Bool() implements DataType {}

    record Date() implements DataType {}

    record Time() implements DataType {}

    /** A moment to the second. */
    record DateTime() implements DataType {}

    /** A moment to the fraction of a second. */
    record Timestamp() implements DataType {}

    record Binary(int length) implements DataType {}

    record LargeBinary() implements DataType {}

    record Uuid() implements DataType {}

    /** A shape on a map; {@code kind} is {@code point} or {@code geometry}. */
    record Geometry(String kind, int srid) implements DataType {}

    record ListOf(DataType element) implements DataType {}

    record Structure(List<Field> fields) implements DataType {
        public Structure {
            fields = List.copyOf(fields);
        }

        /** One named part of a structure. */
        public record Field(String name, DataType type) {}
    }

    /** A type name that is not known; kept as spelled. */
    record Unknown(String spelling) implements DataType {}

    /** No type is stated and none could be derived. */
    record Unresolved(String reason) implements DataType {}
}
