package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A dataset becomes a table that says everything the definition says, short of its dates and status. */
final class DatasetMapper {

    private final String environment;
    private final TypeRules types;
    private final ColumnMapper columns;
    private final FindingLog findings;

    DatasetMapper(String environment, CommentSource comments, FindingLog findings) {
        this.environment = environment;
        this.types = new TypeRules();
        this.columns = new ColumnMapper(types, comments, findings);
        this.findings = findings;
    }

    /** The table with its fingerprint; {@code loadedBy} names the flows that write to it. */
    GlueTable map(Dataset dataset, TableName name, List<String> loadedBy) {
        BusinessContext business = dataset.head().business();
        TextRules.Fitted description = TextRules.fit(
                TextRules.paragraph(business.label(), business.description()), TextRules.DESCRIPTION_BYTES);
        Parameters parameters = new Parameters()
                .text(ParameterKey.DESCRIPTION, description.cut() ? business.description() : "")
                .list(ParameterKey.LOADED_BY, loadedBy);
        addIdentity(parameters, dataset);
        addShape(parameters, dataset.shape());
        addKind(parameters, dataset);
        findings.cuts(parameters, dataset.id()::text);
        reportEmptiness(dataset);
        return fingerprinted(name, description.text(), columns.map(dataset), parameters.values());
    }

    private static GlueTable fingerprinted(
            TableName name, String description, List<GlueColumn> columns, Map<String, String> parameters) {
        Map<String, String> complete = new LinkedHashMap<>(parameters);
        complete.put(
                ParameterKey.FINGERPRINT.key(),
                Fingerprints.ofTable(GlueTable.of(name, description, columns, parameters)));
        return GlueTable.of(name, description, columns, complete);
    }

    private void addIdentity(Parameters parameters, Dataset dataset) {
        BusinessContext business = dataset.head().business();
        SemanticUsage usage = business.usage();
        parameters
                .text(ParameterKey.OWNER, environment)
                .text(ParameterKey.ASSET, dataset.id().text())
                .text(ParameterKey.NAME, dataset.id().name())
                .text(ParameterKey.KIND, dataset.kind().label())
                .text(ParameterKey.LABEL, business.label())
                .text(ParameterKey.COMMENT, comment(business))
                .text(ParameterKey.USAGE, usage == SemanticUsage.UNKNOWN ? "" : usage.label())
                .list(ParameterKey.EXPOSURE, words(dataset.head().exposure()))
                .list(ParameterKey.ACCESS_CONTROLS, business.accessControls())
                .list(
                        ParameterKey.SOURCES,
                        dataset.sources().stream().map(ObjectRef::text).toList());
    }

    private static String comment(BusinessContext business) {
        return TextRules.fit(TextRules.line(business.label(), business.description()), TextRules.DESCRIPTION_BYTES)
                .text();
    }

    private static List<String> words(Exposure exposure) {
        return Stream.of(
                        exposure.external() ? "external" : "",
                        exposure.relational() ? "relational" : "",
                        exposure.analytical() ? "analytical" : "",
                        exposure.parameters() ? "parameters" : "")
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void addShape(Parameters parameters, Shape shape) {
        List<Association> links = shape.associations();
        parameters
                .list(ParameterKey.KEYS, shape.keys())
                .objects(ParameterKey.MEASURES, measures(shape), ShapeJson::measure)
                .objects(ParameterKey.HIERARCHIES, shape.hierarchies(), ShapeJson::hierarchy)
                .objects(ParameterKey.ASSOCIATIONS, links, ShapeJson::association)
                .objects(
                        ParameterKey.PARAMETERS,
                        shape.parameters(),
                        each -> ShapeJson.parameter(each, types.map(each.type()).spelling()));
    }

    private static List<Column> measures(Shape shape) {
        return shape.columns().stream()
                .filter(column -> column.role() instanceof ColumnRole.Measure)
                .toList();
    }

    private static void addKind(Parameters parameters, Dataset dataset) {
        if (dataset instanceof Dataset.LocalTable table) {
            addOrigin(parameters, table.origin());
        } else if (dataset instanceof Dataset.RemoteTable table) {
            parameters
                    .text(ParameterKey.CONNECTION, table.remote().connection())
                    .text(ParameterKey.REMOTE_OBJECT, table.remote().object());
        } else if (dataset instanceof Dataset.View view) {
            addBody(parameters, view.body());
        } else if (dataset instanceof Dataset.AnalyticModel model) {
            parameters.text(ParameterKey.BUSINESS_LAYER, model.businessLayer());
        }
    }

    private static void addOrigin(Parameters parameters, TableOrigin origin) {
        if (origin instanceof TableOrigin.DeltaCapture delta) {
            addOrigin(parameters, "delta-capture", delta.deltaTable());
        } else if (origin instanceof TableOrigin.OpenSchema open) {
            addOrigin(parameters, "open-schema", open.schema(), open.entity());
        } else if (origin instanceof TableOrigin.ImportedDataset imported) {
            addOrigin(parameters, "imported-dataset", imported.schema(), imported.entity());
        }
    }

    private static void addOrigin(Parameters parameters, String origin, String... path) {
        parameters.text(ParameterKey.ORIGIN, origin).list(ParameterKey.ORIGIN_OBJECT, List.of(path));
    }

    private static void addBody(Parameters parameters, ViewBody body) {
        if (!body.text().isEmpty()) {
            parameters.text(ParameterKey.DEFINITION, body.text()).text(ParameterKey.DEFINITION_KIND, language(body));
        }
    }

    private static String language(ViewBody body) {
        if (body instanceof ViewBody.Graphical) {
            return "cqn";
        }
        return body instanceof ViewBody.Sql ? "sql" : "sql-without-query";
    }

    private void reportEmptiness(Dataset dataset) {
        if (dataset.columns().isEmpty()) {
            findings.add(Finding.warning(
                    "no-columns",
                    dataset.id().text(),
                    "no columns are known; the table says what the asset is, but cannot be queried",
                    "Check that the asset is deployed and that its definition can be read."));
        }
    }
}
