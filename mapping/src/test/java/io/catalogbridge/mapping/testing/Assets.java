package io.catalogbridge.mapping.testing;

import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.DataProcess.Transfer;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.OtherObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Assets for tests: {@code Assets.table("SALES", "ORDERS").column("ID", text(10)).key().build()}. Every call after a column
 * adds to that column.
 */
public final class Assets {

    private Assets() {}

    public static DatasetBuilder table(String space, String name) {
        return new DatasetBuilder(new AssetId(space, name), DatasetBuilder.Form.TABLE);
    }

    public static DatasetBuilder remoteTable(String space, String name) {
        return new DatasetBuilder(new AssetId(space, name), DatasetBuilder.Form.REMOTE_TABLE);
    }

    public static DatasetBuilder view(String space, String name) {
        return new DatasetBuilder(new AssetId(space, name), DatasetBuilder.Form.VIEW);
    }

    public static DatasetBuilder model(String space, String name) {
        return new DatasetBuilder(new AssetId(space, name), DatasetBuilder.Form.MODEL);
    }

    /** A data flow with one transfer of all rows. */
    public static DataProcess.Flow flow(String space, String name, ObjectRef from, ObjectRef to) {
        Transfer transfer = new Transfer(List.of(from), to, null, List.of(), true);
        return new DataProcess.Flow(AssetHead.of(new AssetId(space, name)), AssetKind.DATA_FLOW, List.of(transfer));
    }

    /** A task chain that runs the objects one after another. */
    public static DataProcess.TaskChain chain(String space, String name, AssetId... objects) {
        List<DataProcess.Task> tasks = Arrays.stream(objects)
                .map(object -> new DataProcess.Task(object.name(), "DATA_FLOWS", "EXECUTE", object))
                .toList();
        List<DataProcess.TaskLink> links = IntStream.range(1, tasks.size())
                .mapToObj(i -> new DataProcess.TaskLink(
                        tasks.get(i - 1).node(), tasks.get(i).node(), "COMPLETED"))
                .toList();
        return new DataProcess.TaskChain(AssetHead.of(new AssetId(space, name)), tasks, links);
    }

    public static OtherObject other(String space, String name, String type) {
        return new OtherObject(AssetHead.of(new AssetId(space, name)), type);
    }

    public static AssetId id(String space, String name) {
        return new AssetId(space, name);
    }

    public static DataType text(int length) {
        return new DataType.Text(length);
    }

    public static DataType decimal(int precision, int scale) {
        return new DataType.Decimal(precision, scale);
    }

    public static DataType integer() {
        return new DataType.Whole(32);
    }

    public static DataType date() {
        return new DataType.Date();
    }
}
