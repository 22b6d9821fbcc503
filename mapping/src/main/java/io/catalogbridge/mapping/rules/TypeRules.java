package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.GlueType.Primitive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which type Athena sees for which type of the source: one line per type in {@link #RULES}. Not safe for use by several
 * threads; one object serves one mapping, which shares equal results.
 *
 * <p>Athena has no time of day, no unsigned numbers and no unique identifiers, so these become text or a wider number that
 * holds every value. A decimal without fixed scale becomes a double: it may lose digits after the fifteenth, where any
 * fixed scale could not hold some values at all.
 */
final class TypeRules {

    /** Deeper nesting becomes text; no engine reads it. */
    static final int MAX_DEPTH = 32;

    private static final int LONGEST_TYPE = 131_072;
    private static final int LONGEST_VARCHAR = 65_535;
    private static final int UUID_LENGTH = 36;

    private static final Map<Class<? extends DataType>, Rule<?>> RULES = Stream.<Rule<?>>of(
                    rule(DataType.Text.class, t -> sized("cds.String", t.length()), t -> exact(text(t.length()))),
                    rule(DataType.LargeText.class, t -> "cds.LargeString", t -> exact(Primitive.STRING)),
                    rule(DataType.Whole.class, TypeRules::wholeSpelling, t -> whole(t.bits())),
                    rule(DataType.Decimal.class, TypeRules::decimalSpelling, TypeRules::decimal),
                    rule(
                            DataType.FloatingDecimal.class,
                            t -> "cds.DecimalFloat",
                            t -> lossy(Primitive.DOUBLE, "a double keeps 15 of up to 34 digits")),
                    rule(
                            DataType.Floating.class,
                            t -> t.bits() <= 32 ? "cds.hana.REAL" : "cds.Double",
                            t -> exact(t.bits() <= 32 ? Primitive.FLOAT : Primitive.DOUBLE)),
                    rule(DataType.Bool.class, t -> "cds.Boolean", t -> exact(Primitive.BOOLEAN)),
                    rule(DataType.Date.class, t -> "cds.Date", t -> exact(Primitive.DATE)),
                    rule(
                            DataType.Time.class,
                            t -> "cds.Time",
                            t -> noted(Primitive.STRING, "Athena has no time of day; values are text")),
                    rule(DataType.DateTime.class, t -> "cds.DateTime", t -> exact(Primitive.TIMESTAMP)),
                    rule(DataType.Timestamp.class, t -> "cds.Timestamp", t -> exact(Primitive.TIMESTAMP)),
                    rule(DataType.Binary.class, t -> sized("cds.Binary", t.length()), t -> exact(Primitive.BINARY)),
                    rule(DataType.LargeBinary.class, t -> "cds.LargeBinary", t -> exact(Primitive.BINARY)),
                    rule(DataType.Uuid.class, t -> "cds.UUID", t -> exact(new GlueType.Varchar(UUID_LENGTH))),
                    rule(
                            DataType.Geometry.class,
                            TypeRules::geometrySpelling,
                            t -> lossy(Primitive.STRING, "Athena tables have no geometry; values are text")),
                    rule(DataType.ListOf.class, t -> "array of " + spelling(t.element()), TypeRules::list),
                    rule(DataType.Structure.class, TypeRules::structureSpelling, TypeRules::structure),
                    rule(
                            DataType.Unknown.class,
                            DataType.Unknown::spelling,
                            t -> unknown("type-unknown", "the type '" + t.spelling() + "' is not known")),
                    rule(
                            DataType.Unresolved.class,
                            t -> "",
                            t -> unknown("type-unresolved", "no type could be derived: " + t.reason())))
            .collect(Collectors.toUnmodifiableMap(Rule::source, Function.identity()));

    private static final Mapped TOO_DEEP =
            new Mapped(Primitive.STRING, "", warning("it is nested more than " + MAX_DEPTH + " deep"));

    private final Map<DataType, Mapped> known = new HashMap<>();

    /**
     * What a type becomes.
     *
     * @param type     the type in Glue
     * @param spelling the source type as CSN spells it; empty if none is known
     * @param loss     what the type in Glue cannot say; absent if it says everything
     */
    record Mapped(GlueType type, String spelling, @Nullable Loss loss) {}

    /** What is lost, as a finding says it. */
    record Loss(Severity severity, String code, String reason) {}

    private record Result(GlueType type, Optional<Loss> loss) {}

    private record Rule<T extends DataType>(Class<T> source, Function<T, String> spelling, Function<T, Result> result) {

        String spelled(DataType type) {
            return spelling.apply(source.cast(type));
        }

        Result applied(DataType type) {
            return result.apply(source.cast(type));
        }
    }

    private static <T extends DataType> Rule<T> rule(
            Class<T> source, Function<T, String> spelling, Function<T, Result> result) {
        return new Rule<>(source, spelling, result);
    }

    /** Never fails; whatever has no equal becomes text, with the loss stated. */
    Mapped map(DataType type) {
        return isDeeper(type, MAX_DEPTH) ? TOO_DEEP : known.computeIfAbsent(type, TypeRules::mapped);
    }

    private static Mapped mapped(DataType type) {
        Result result = result(type);
        return result.type().print().length() > LONGEST_TYPE
                ? new Mapped(Primitive.STRING, spelling(type), warning("Glue takes no longer type names"))
                : new Mapped(result.type(), spelling(type), result.loss().orElse(null));
    }

    private static boolean isDeeper(DataType type, int levels) {
        if (type instanceof DataType.ListOf list) {
            return levels == 0 || isDeeper(list.element(), levels - 1);
        }
        return type instanceof DataType.Structure structure
                && (levels == 0 || structure.fields().stream().anyMatch(field -> isDeeper(field.type(), levels - 1)));
    }

    private static Result result(DataType type) {
        return ruleFor(type).applied(type);
    }

    static String spelling(DataType type) {
        return ruleFor(type).spelled(type);
    }

    private static Rule<?> ruleFor(DataType type) {
        Rule<?> rule = RULES.get(type.getClass());
        if (rule == null) {
            throw new IllegalStateException("no rule for " + type.getClass());
        }
        return rule;
    }

    private static Result exact(GlueType type) {
        return new Result(type, Optional.empty());
    }

    private static Result lossy(GlueType type, String reason) {
        return new Result(type, Optional.of(warning(reason)));
    }

    private static Result noted(GlueType type, String reason) {
        return new Result(type, Optional.of(new Loss(Severity.INFO, "type-lossy", reason)));
    }

    private static Result unknown(String code, String reason) {
        return new Result(Primitive.STRING, Optional.of(new Loss(Severity.WARNING, code, reason)));
    }

    private static Loss warning(String reason) {
        return new Loss(Severity.WARNING, "type-lossy", reason);
    }

    private static String sized(String name, int length) {
        return length > 0 ? name + "(" + length + ")" : name;
    }

    private static GlueType text(int length) {
        return length > 0 && length <= LONGEST_VARCHAR ? new GlueType.Varchar(length) : Primitive.STRING;
    }

    private static String wholeSpelling(DataType.Whole type) {
        return switch (type.bits()) {
            case 8 -> "cds.hana.TINYINT";
            case 16 -> "cds.hana.SMALLINT";
            case 32 -> "cds.Integer";
            default -> "cds.Integer64";
        };
    }

    private static Result whole(int bits) {
        if (bits <= 16) {
            return exact(Primitive.SMALLINT);
        }
        if (bits <= 64) {
            return exact(bits <= 32 ? Primitive.INT : Primitive.BIGINT);
        }
        return lossy(new GlueType.Decimal(38, 0), "the largest whole number has 38 digits");
    }

    private static String decimalSpelling(DataType.Decimal type) {
        return "cds.Decimal(" + type.precision() + "," + type.scale() + ")";
    }

    /** Digits before the point are kept rather than those after it. */
    private static Result decimal(DataType.Decimal type) {
        if (type.precision() <= 38) {
            return exact(new GlueType.Decimal(type.precision(), type.scale()));
        }
        int scale = Math.max(0, 38 - (type.precision() - type.scale()));
        return lossy(new GlueType.Decimal(38, scale), "decimals have at most 38 digits");
    }

    private static String geometrySpelling(DataType.Geometry type) {
        return (type.kind().equals("point") ? "cds.hana.ST_POINT(" : "cds.hana.ST_GEOMETRY(") + type.srid() + ")";
    }

    private static Result list(DataType.ListOf type) {
        Result element = result(type.element());
        return new Result(new GlueType.Array(element.type()), element.loss());
    }

    private static String structureSpelling(DataType.Structure type) {
        return type.fields().stream()
                .map(field -> field.name() + ": " + spelling(field.type()))
                .collect(Collectors.joining(", ", "struct { ", " }"));
    }

    private static Result structure(DataType.Structure type) {
        Map<String, DataType> fields = new LinkedHashMap<>();
        type.fields().forEach(field -> fields.putIfAbsent(field.name(), field.type()));
        return fields.isEmpty() ? lossy(Primitive.STRING, "it is a structure without fields") : structure(fields);
    }

    private static Result structure(Map<String, DataType> fields) {
        NameRules.Names names = NameRules.assign(fields.keySet());
        List<GlueType.Struct.Field> inGlue = new ArrayList<>(fields.size());
        List<Loss> losses = new ArrayList<>();
        fields.forEach((name, type) -> {
            Result field = result(type);
            inGlue.add(new GlueType.Struct.Field(names.of(name), field.type()));
            field.loss().ifPresent(losses::add);
        });
        if (!names.suffixed().isEmpty()) {
            losses.add(new Loss(Severity.INFO, "name-collision", "fields would share a name: " + names.suffixed()));
        }
        return new Result(new GlueType.Struct(inGlue), worst(losses));
    }

    private static Optional<Loss> worst(List<Loss> losses) {
        return losses.stream().max(Comparator.comparing(Loss::severity));
    }
}
