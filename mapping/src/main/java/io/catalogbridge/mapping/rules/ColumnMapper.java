package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.glue.GlueColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a dataset, in order, with all that is known of each in its parameters. */
final class ColumnMapper {

    private final TypeRules types;
    private final CommentSource comments;
    private final FindingLog findings;

    ColumnMapper(TypeRules types, CommentSource comments, FindingLog findings) {
        this.types = types;
        this.comments = comments;
        this.findings = findings;
    }

    List<GlueColumn> map(Dataset dataset) {
        Map<String, Column> columns = distinct(dataset);
        NameRules.Names names = NameRules.assign(columns.keySet());
        findings.collisions(names, dataset.id()::column);
        List<GlueColumn> mapped = new ArrayList<>(columns.size());
        List<String> keys = dataset.shape().keys();
        for (Column column : columns.values()) {
            mapped.add(map(dataset, column, names.of(column.name()), keys.indexOf(column.name()) + 1));
        }
        return mapped;
    }

    private Map<String, Column> distinct(Dataset dataset) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Column column : dataset.columns()) {
            if (columns.putIfAbsent(column.name(), column) != null) {
                findings.add(Finding.warning(
                        "column-duplicate",
                        dataset.id().column(column.name()),
                        "the name appears more than once; the first column with it was mapped",
                        "Give each column a name of its own."));
            }
        }
        return columns;
    }

    private GlueColumn map(Dataset dataset, Column column, String name, int keyPosition) {
        TypeRules.Mapped type = types.map(column.type());
        report(dataset, column, type);
        TextRules.Fitted comment =
                TextRules.fit(comments.comment(column.label(), column.description()), TextRules.COMMENT_BYTES);
        boolean cut = comment.cut() || comments.leavesOutDescription(column.label());
        Parameters parameters = new Parameters()
                .text(ParameterKey.NAME, column.name())
                .text(ParameterKey.LABEL, column.label())
                .text(ParameterKey.DESCRIPTION, cut ? column.description() : "")
                .text(ParameterKey.TYPE, type.spelling())
                .text(ParameterKey.KEY, column.key() ? Integer.toString(keyPosition) : "")
                .text(ParameterKey.NULLABLE, column.nullable() ? "" : "false")
                .text(ParameterKey.DEFAULT, column.defaultValue())
                .text(ParameterKey.NATIVE_TYPE, column.nativeType());
        addRole(parameters, column.role());
        addSemantics(parameters, column.semantics());
        findings.cuts(parameters, () -> dataset.id().column(column.name()));
        return GlueColumn.of(name, type.type(), comment.text(), parameters.values());
    }

    private static void addRole(Parameters parameters, ColumnRole role) {
        if (role instanceof ColumnRole.Dimension) {
            parameters.text(ParameterKey.ROLE, "dimension");
        } else if (role instanceof ColumnRole.Measure measure) {
            parameters
                    .text(ParameterKey.ROLE, "measure")
                    .text(ParameterKey.MEASURE_KIND, label(measure.kind()))
                    .text(ParameterKey.AGGREGATION, measure.aggregation())
                    .text(ParameterKey.FORMULA, measure.formula());
        }
    }

    /** For example {@code count-distinct}. */
    static String label(ColumnRole.MeasureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void addSemantics(Parameters parameters, Semantics semantics) {
        parameters
                .text(ParameterKey.CURRENCY, semantics.currencyColumn())
                .text(ParameterKey.UNIT, semantics.unitColumn())
                .text(ParameterKey.TEXT, semantics.textColumn())
                .text(ParameterKey.TEXT_ASSOCIATION, semantics.textAssociation())
                .text(ParameterKey.FOREIGN_KEY, semantics.foreignKeyAssociation())
                .list(ParameterKey.SEMANTICS, semantics.types())
                .flag(ParameterKey.HIDDEN, semantics.hidden())
                .flag(ParameterKey.REPRESENTATIVE_KEY, semantics.representativeKey());
    }

    private void report(Dataset dataset, Column column, TypeRules.Mapped type) {
        TypeRules.@Nullable Loss loss = type.loss();
        if (loss != null) {
            String message = (type.spelling().isEmpty() ? "" : type.spelling() + " ") + "becomes "
                    + TextRules.fit(type.type().print(), TextRules.COMMENT_BYTES)
                            .text() + ": " + loss.reason();
            String remedy = loss.severity() == Severity.INFO ? "" : "Cast the column where an exact value matters.";
            findings.add(
                    new Finding(loss.severity(), loss.code(), dataset.id().column(column.name()), message, remedy));
        }
    }
}
