package io.catalogbridge.mapping.testing;

import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Association;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.ColumnRole;
import io.catalogbridge.mapping.catalog.ColumnRole.MeasureKind;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.Semantics;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds one dataset; got from {@link Assets}. */
public final class DatasetBuilder {

    private final AssetId id;
    private final Form form;
    private final List<Column> columns = new ArrayList<>();
    private final List<Association> associations = new ArrayList<>();
    private final List<Hierarchy> hierarchies = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<ObjectRef> sources = new ArrayList<>();
    private @Nullable String label;
    private @Nullable String description;
    private SemanticUsage usage = SemanticUsage.UNKNOWN;
    private Lifecycle lifecycle = Lifecycle.UNKNOWN;
    private Exposure exposure = Exposure.NONE;
    private TableOrigin origin = new TableOrigin.Managed();
    private ViewBody body = new ViewBody.Graphical("{}");
    private ExternalObject remote = new ExternalObject("CONNECTION", "OBJECT");

    /** What is built in the end. */
    enum Form {
        TABLE,
        REMOTE_TABLE,
        VIEW,
        MODEL
    }

    DatasetBuilder(AssetId id, Form form) {
        this.id = id;
        this.form = form;
    }

    public DatasetBuilder label(String text) {
        label = text;
        return this;
    }

    public DatasetBuilder description(String text) {
        description = text;
        return this;
    }

    public DatasetBuilder usage(SemanticUsage semanticUsage) {
        usage = semanticUsage;
        return this;
    }

    public DatasetBuilder lifecycle(Lifecycle whole) {
        lifecycle = whole;
        return this;
    }

    public DatasetBuilder exposed() {
        exposure = new Exposure(true, form != Form.MODEL, form == Form.MODEL, !parameters.isEmpty());
        return this;
    }

    public DatasetBuilder origin(TableOrigin tableOrigin) {
        origin = tableOrigin;
        return this;
    }

    public DatasetBuilder body(ViewBody viewBody) {
        body = viewBody;
        return this;
    }

    public DatasetBuilder remote(String connection, String object) {
        remote = new ExternalObject(connection, object);
        return this;
    }

    /** What a view or model reads. */
    public DatasetBuilder reads(ObjectRef... objects) {
        sources.addAll(Arrays.asList(objects));
        return this;
    }

    public DatasetBuilder association(String name, AssetId target) {
        associations.add(new Association(name, target, List.of()));
        return this;
    }

    public DatasetBuilder hierarchy(Hierarchy hierarchy) {
        hierarchies.add(hierarchy);
        return this;
    }

    public DatasetBuilder parameter(String name, DataType type) {
        parameters.add(new Parameter(name, type, null, null));
        return this;
    }

    public DatasetBuilder column(Column column) {
        columns.add(column);
        return this;
    }

    /** Begins a nullable column; the calls below add to it. */
    public DatasetBuilder column(String name, DataType type) {
        return column(Column.of(name, type));
    }

    public DatasetBuilder key() {
        return last(column -> column.withKey(true).withNullable(false));
    }

    public DatasetBuilder labelled(String text) {
        return last(column -> column.withLabel(text));
    }

    public DatasetBuilder described(String text) {
        return last(column -> column.withDescription(text));
    }

    public DatasetBuilder dimension() {
        return last(column -> column.withRole(ColumnRole.DIMENSION));
    }

    public DatasetBuilder measure(String aggregation) {
        return last(column -> column.withRole(new ColumnRole.Measure(MeasureKind.BASE, aggregation, null)));
    }

    public DatasetBuilder currency(String currencyColumn) {
        return last(column -> column.withSemantics(
                new Semantics(currencyColumn, null, null, null, null, new TreeSet<>(), false, false)));
    }

    private DatasetBuilder last(UnaryOperator<Column> change) {
        int at = columns.size() - 1;
        columns.set(at, change.apply(columns.get(at)));
        return this;
    }

    public Dataset build() {
        AssetHead head =
                new AssetHead(id, new BusinessContext(label, description, usage, List.of()), lifecycle, exposure);
        Shape shape = new Shape(columns, associations, hierarchies, parameters);
        return switch (form) {
            case TABLE -> new Dataset.LocalTable(head, shape, origin);
            case REMOTE_TABLE -> new Dataset.RemoteTable(head, shape, remote);
            case VIEW -> new Dataset.View(head, shape, body, sources);
            case MODEL -> new Dataset.AnalyticModel(head, shape, "1.7.1", sources);
        };
    }
}
