package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;

/** A partition of a table, named by its values in the order of the partition keys. */
record PartitionAddress(TableAddress table, List<String> values) {

    PartitionAddress {
        values = List.copyOf(values);
    }

    Key key() {
        return table.partitions().child(Json.texts(values).toString());
    }

    /**
     * The partition as it is stored.
     *
     * @throws AwsError when there is none
     */
    Document in(View state) {
        return state.find(key()).orElseThrow(() -> AwsError.notFound("Cannot find partition."));
    }
}
