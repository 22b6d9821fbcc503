package io.catalogbridge.mapping.glue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Hive type, as Athena accepts it in table definitions. {@link #print} gives the spelling Glue stores.
 *
 * <p>Glue itself does not check types; whatever is found there and not understood is kept as {@link Other}.
 */
public sealed interface GlueType {

    /**
     * Reads a type as Glue or a person spells it, whatever the case and spacing. Never fails: what is not understood, out
     * of range or nested more than 64 deep becomes {@link Other}. {@code parse(type.print())} is the type again, unless it
     * is nested deeper or is an {@link Other} that spells a known type.
     */
    static GlueType parse(String spelling) {
        return GlueTypeParser.parse(spelling);
    }

    /** The spelling Glue stores, in lower case, without spaces. */
    String print();

    /** A type without parts or facets. */
    enum Primitive implements GlueType {
        BOOLEAN,
        TINYINT,
        SMALLINT,
        INT,
        BIGINT,
        FLOAT,
        DOUBLE,
        STRING,
        BINARY,
        DATE,
        TIMESTAMP;

        @Override
        public String print() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Precision 1 to 38, scale at most the precision. */
    record Decimal(int precision, int scale) implements GlueType {
        public Decimal {
            if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
                throw new IllegalArgumentException("Hive has no decimal(" + precision + "," + scale + ")");
            }
        }

        @Override
        public String print() {
            return "decimal(" + precision + "," + scale + ")";
        }
    }

    /** Fixed length, 1 to 255. */
    record Char(int length) implements GlueType {
        public Char {
            if (length < 1 || length > 255) {
                throw new IllegalArgumentException("Hive has no char(" + length + ")");
            }
        }

        @Override
        public String print() {
            return "char(" + length + ")";
        }
    }

    /** Bounded length, 1 to 65,535. */
    record Varchar(int length) implements GlueType {
        public Varchar {
            if (length < 1 || length > 65_535) {
                throw new IllegalArgumentException("Hive has no varchar(" + length + ")");
            }
        }

        @Override
        public String print() {
            return "varchar(" + length + ")";
        }
    }

    record Array(GlueType element) implements GlueType {
        @Override
        public String print() {
            return "array<" + element.print() + ">";
        }
    }

    record Map(GlueType key, GlueType value) implements GlueType {
        @Override
        public String print() {
            return "map<" + key.print() + "," + value.print() + ">";
        }
    }

    /** At least one field. */
    record Struct(List<Field> fields) implements GlueType {
        public Struct {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("Hive has no struct without fields");
            }
        }

        @Override
        public String print() {
            return fields.stream()
                    .map(field -> field.name() + ":" + field.type().print())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }

        /** One named part of a struct; the name holds letters, digits, underscores and dots only, in lower case. */
        public record Field(String name, GlueType type) {

            private static final Pattern NAME = Pattern.compile("[a-z0-9_.]+");

            public Field {
                name = name.toLowerCase(Locale.ROOT);
                if (!isName(name)) {
                    throw new IllegalArgumentException("not the name of a struct field: '" + name + "'");
                }
            }

            static boolean isName(String lowerCase) {
                return NAME.matcher(lowerCase).matches();
            }
        }
    }

    /** A spelling that is none of the above, kept as found. */
    record Other(String spelling) implements GlueType {
        @Override
        public String print() {
            return spelling;
        }
    }
}
