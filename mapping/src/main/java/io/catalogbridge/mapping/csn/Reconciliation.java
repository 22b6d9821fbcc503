package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.catalog.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a definition with what the service says of the same asset. The definition is how the asset is designed, the service
 * how it is deployed. What the definition lacks is filled in; what differs becomes a finding, and the definition's side is kept.
 */
final class Reconciliation {

    private final AssetId id;
    private final boolean changesToDeploy;
    private final List<Finding> findings = new ArrayList<>();

    private Reconciliation(AssetId id, boolean changesToDeploy) {
        this.id = id;
        this.changesToDeploy = changesToDeploy;
    }

    record Reconciled(Shape shape, List<Finding> findings) {}

    static Reconciled of(AssetId id, Shape defined, ServiceEntity served, boolean changesToDeploy) {
        Reconciliation reconciliation = new Reconciliation(id, changesToDeploy);
        Shape shape = reconciliation.reconcile(defined, served);
        return new Reconciled(shape, reconciliation.findings);
    }

    private Shape reconcile(Shape defined, ServiceEntity served) {
        Map<String, Column> byName = new HashMap<>();
        served.columns().forEach(column -> byName.put(column.name(), column));
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Column column : defined.columns()) {
            Column counterpart = byName.get(column.name());
            names.add(column.name());
            columns.add(counterpart == null ? missing(column) : reconcile(column, counterpart, served.analytical()));
        }
        served.columns().stream()
                .filter(column ->
                        !names.contains(column.name()) && !served.texts().contains(column.name()))
                .forEach(this::extra);
        return new Shape(
                columns,
                defined.associations(),
                defined.hierarchies().isEmpty() ? served.hierarchies() : defined.hierarchies(),
                defined.parameters().isEmpty() ? served.parameters() : defined.parameters(),
                defined.keySequence());
    }

    /** Hidden columns are not served; that is no difference. */
    private Column missing(Column column) {
        if (!column.semantics().hidden()) {
            differ("metadata-column-missing", column.name(), "is defined but not served");
        }
        return column;
    }

    private void extra(Column column) {
        differ("metadata-column-extra", column.name(), "is served but not defined");
    }

    private Column reconcile(Column defined, Column served, boolean analytical) {
        compareTypes(defined, served);
        if (!analytical && defined.key() != served.key()) {
            differ(
                    "metadata-key-differs",
                    defined.name(),
                    defined.key() ? "is a key in the definition but not as served" : "is a key only as served");
        }
        compareLabels(defined, served);
        return completed(defined, served);
    }

    private void compareTypes(Column defined, Column served) {
        if (!EdmTypes.correspond(defined.type(), served.type())) {
            differ(
                    "metadata-type-differs",
                    defined.name(),
                    "is defined as " + defined.type() + " but served as " + served.type());
        }
    }

    /** A served label that merely repeats the name stands for none. */
    private void compareLabels(Column defined, Column served) {
        String here = defined.label();
        String there = served.label();
        if (here != null
                && there != null
                && !here.equals(there)
                && !served.name().equals(there)) {
            differ(
                    "metadata-label-differs",
                    defined.name(),
                    "is labelled '" + here + "' but served as '" + there + "'");
        }
    }

    private static Column completed(Column defined, Column served) {
        Column column = defined.type() instanceof DataType.Unresolved ? defined.withType(served.type()) : defined;
        column = column.label() == null ? column.withLabel(served.label()) : column;
        return column.description() == null ? column.withDescription(served.description()) : column;
    }

    private void differ(String code, String column, String how) {
        String message = "Column '" + column + "' " + how + ".";
        findings.add(
                changesToDeploy
                        ? new Finding(
                                Severity.INFO,
                                code,
                                id.column(column),
                                message + " The object has changes that are not deployed yet.",
                                "Deploy the object.")
                        : Finding.warning(code, id.column(column), message, "Deploy the object again."));
    }
}
