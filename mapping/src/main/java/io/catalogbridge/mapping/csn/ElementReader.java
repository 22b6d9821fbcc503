package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.ColumnRole.MeasureKind;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Semantics;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one element as a column: type, key, texts, role and semantics. */
final class ElementReader {

    /** What stands for the type of a column until its origin is followed. */
    static final DataType UNTYPED = new DataType.Unresolved("the definition states no type");

    private static final String SEMANTICS = "@Semantics.";

    private final TypeReader types;
    private final Translations translations;
    private final @Nullable String representativeKey;

    ElementReader(TypeReader types, Translations translations, @Nullable String representativeKey) {
        this.types = types;
        this.translations = translations;
        this.representativeKey = representativeKey;
    }

    Column read(String name, JsonNode element) {
        Annotations annotations = new Annotations(types.annotated(element), translations);
        boolean key = Json.flag(element.path("key"));
        return new Column(
                name,
                types.read(element).orElse(UNTYPED),
                key,
                !key && !Json.flag(element.path("notNull")),
                annotations.label(),
                annotations.description(),
                role(annotations),
                semantics(name, annotations),
                defaultValue(element.path("default")),
                annotations.value("@DataWarehouse.native.dataType"));
    }

    private static ColumnRole role(Annotations annotations) {
        String measureType = annotations.symbol("@AnalyticsDetails.measureType");
        String aggregation = annotations.symbol("@Aggregation.default");
        if (measureType != null || (aggregation != null && !annotations.flag("@Analytics.dimension"))) {
            return new ColumnRole.Measure(measureKind(measureType), aggregation, null);
        }
        return annotations.flag("@Analytics.dimension") ? ColumnRole.DIMENSION : ColumnRole.NONE;
    }

    /** Spellings: {@code BASE}, {@code RESTRICTION}, {@code CALCULATION}, and those of the business layer. */
    static MeasureKind measureKind(@Nullable String spelling) {
        String folded = Annotations.folded(spelling);
        if (folded.isEmpty() || folded.contains("BASE") || folded.contains("FACTSOURCE")) {
            return MeasureKind.BASE;
        }
        if (folded.contains("RESTRICT")) {
            return MeasureKind.RESTRICTED;
        }
        if (folded.contains("CALCULAT")) {
            return MeasureKind.CALCULATED;
        }
        return folded.contains("DISTINCT") ? MeasureKind.COUNT_DISTINCT : MeasureKind.OTHER;
    }

    private Semantics semantics(String name, Annotations annotations) {
        List<String> texts = annotations.values("@ObjectModel.text.element");
        Semantics semantics = new Semantics(
                annotations.value("@Semantics.amount.currencyCode"),
                annotations.value("@Semantics.quantity.unitOfMeasure"),
                texts.isEmpty() ? null : texts.get(0),
                annotations.value("@ObjectModel.text.association"),
                annotations.value("@ObjectModel.foreignKey.association"),
                semanticTypes(annotations),
                annotations.flag("@Analytics.hidden"),
                name.equals(representativeKey));
        return semantics.equals(Semantics.NONE) ? Semantics.NONE : semantics;
    }

    private static NavigableSet<String> semanticTypes(Annotations annotations) {
        NavigableSet<String> types = new TreeSet<>();
        Json.members(annotations.node()).stream()
                .filter(member -> member.getKey().startsWith(SEMANTICS) && Json.flag(member.getValue()))
                .forEach(member -> types.add(member.getKey().substring(SEMANTICS.length())));
        return types;
    }

    private static @Nullable String defaultValue(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String plain = Json.text(node);
        String literal = plain != null ? plain : Json.text(node, "val");
        String function = literal != null ? literal : Json.text(node, "func");
        String symbol = function != null ? function : Annotations.unwrapped(node);
        return Prose.clean(symbol != null ? symbol : Json.compact(node));
    }
}
