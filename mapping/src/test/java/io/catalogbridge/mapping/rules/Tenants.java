package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.glue.GlueTable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small tenants; a test states what matters to it and gets defaults for the rest. */
public final class Tenants {

    private Tenants() {}

    public static CatalogSnapshot snapshot(List<? extends Asset> assets) {
        return new CatalogSnapshot("demo.example", true, List.of(), List.copyOf(assets), List.of(), List.of());
    }

    public static CatalogSnapshot snapshot(Asset... assets) {
        return snapshot(List.of(assets));
    }

    public static AssetHead head(String space, String name, @Nullable String label, @Nullable String description) {
        BusinessContext business = new BusinessContext(label, description, SemanticUsage.UNKNOWN, List.of());
        return new AssetHead(new AssetId(space, name), business, Lifecycle.UNKNOWN, Exposure.NONE);
    }

    public static Dataset.LocalTable table(String space, String name, Column... columns) {
        return table(AssetHead.of(new AssetId(space, name)), Shape.of(List.of(columns)));
    }

    public static Dataset.LocalTable table(AssetHead head, Shape shape) {
        return new Dataset.LocalTable(head, shape, new TableOrigin.Managed());
    }

    public static Dataset.View view(String space, String name, ObjectRef... sources) {
        return new Dataset.View(
                AssetHead.of(new AssetId(space, name)),
                Shape.of(List.of(text("ID"))),
                new ViewBody.Sql("SELECT 1"),
                List.of(sources));
    }

    public static DataProcess.Flow flow(String space, String name, DataProcess.Transfer... transfers) {
        return new DataProcess.Flow(AssetHead.of(new AssetId(space, name)), AssetKind.DATA_FLOW, List.of(transfers));
    }

    public static DataProcess.Transfer transfer(ObjectRef from, ObjectRef to) {
        return new DataProcess.Transfer(List.of(from), to, null, List.of(), true);
    }

    public static DataProcess.TaskChain chain(String space, String name, AssetId... runs) {
        List<DataProcess.Task> tasks = Stream.of(runs)
                .map(object -> new DataProcess.Task(object.name(), "DATA_FLOWS", "EXECUTE", object))
                .toList();
        return new DataProcess.TaskChain(AssetHead.of(new AssetId(space, name)), tasks, List.of());
    }

    public static OtherObject other(String space, String name, String type) {
        return new OtherObject(AssetHead.of(new AssetId(space, name)), type);
    }

    public static Column text(String name) {
        return Column.of(name, new DataType.Text(10));
    }

    public static AssetId id(String space, String name) {
        return new AssetId(space, name);
    }

    /** The one table that this one dataset becomes. */
    static GlueTable mapped(Dataset dataset) {
        return CatalogMapper.map(snapshot(dataset), MappingRules.defaults("dog"))
                .catalog()
                .tables()
                .findFirst()
                .orElseThrow();
    }
}
