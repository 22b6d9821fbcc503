package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The batch operations on partitions: each item succeeds or fails by itself. */
final class PartitionBatches {

    private final State state;

    PartitionBatches(State state) {
        this.state = state;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "BatchCreatePartition", new GlueOperation(GlueShapes.BATCH_CREATE_PARTITION, this::create),
                "BatchGetPartition", new GlueOperation(GlueShapes.BATCH_GET_PARTITION, this::read),
                "BatchUpdatePartition", new GlueOperation(GlueShapes.BATCH_UPDATE_PARTITION, this::update),
                "BatchDeletePartition", new GlueOperation(GlueShapes.BATCH_DELETE_PARTITION, this::delete));
    }

    private ObjectNode create(Request request) {
        TableAddress table = existing(request);
        ArrayNode errors = Json.array();
        for (ObjectNode input : request.objects("PartitionInputList")) {
            write(
                    errors,
                    named("PartitionValues", input.path("Values")),
                    draft -> Partitions.create(draft, table, input, request.now()));
        }
        return BatchErrors.answer(errors);
    }

    private ObjectNode read(Request request) {
        TableAddress table = existing(request);
        List<Document> found = state.read(view -> request.objects("PartitionsToGet").stream()
                .map(wanted -> view.find(address(table, wanted.path("Values")).key()))
                .flatMap(Optional::stream)
                .toList());
        ArrayNode partitions = Json.array();
        found.forEach(partition -> partitions.addRawValue(partition.raw()));
        ObjectNode answer = Json.object();
        answer.set("Partitions", partitions);
        answer.set("UnprocessedKeys", Json.array());
        return answer;
    }

    private ObjectNode update(Request request) {
        TableAddress table = existing(request);
        ArrayNode errors = Json.array();
        for (ObjectNode entry : request.objects("Entries")) {
            JsonNode values = entry.path("PartitionValueList");
            write(
                    errors,
                    named("PartitionValueList", values),
                    draft -> Partitions.update(
                            draft, address(table, values), (ObjectNode) entry.path("PartitionInput")));
        }
        return BatchErrors.answer(errors);
    }

    private ObjectNode delete(Request request) {
        TableAddress table = existing(request);
        ArrayNode errors = Json.array();
        for (ObjectNode wanted : request.objects("PartitionsToDelete")) {
            JsonNode values = wanted.path("Values");
            write(errors, named("PartitionValues", values), draft -> Partitions.delete(draft, address(table, values)));
        }
        return BatchErrors.answer(errors);
    }

    private TableAddress existing(Request request) {
        TableAddress table = request.table();
        state.read(table::in);
        return table;
    }

    private void write(ArrayNode errors, ObjectNode item, Consumer<Draft> change) {
        BatchErrors.collect(errors, item, () -> state.write(change));
    }

    private static ObjectNode named(String member, JsonNode values) {
        ObjectNode item = Json.object();
        item.set(member, values.isArray() ? values : Json.array());
        return item;
    }

    private static PartitionAddress address(TableAddress table, JsonNode values) {
        return new PartitionAddress(
                table, values.valueStream().map(JsonNode::asString).toList());
    }
}
