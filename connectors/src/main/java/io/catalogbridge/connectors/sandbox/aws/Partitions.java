package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations on single partitions, and their listing. */
final class Partitions {

    private static final int PAGE = 1000;

    private final State state;

    Partitions(State state) {
        this.state = state;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "CreatePartition", new GlueOperation(GlueShapes.CREATE_PARTITION, this::create),
                "GetPartition", new GlueOperation(GlueShapes.ONE_PARTITION, this::one),
                "GetPartitions", new GlueOperation(GlueShapes.GET_PARTITIONS, this::page),
                "UpdatePartition", new GlueOperation(GlueShapes.UPDATE_PARTITION, this::update),
                "DeletePartition", new GlueOperation(GlueShapes.ONE_PARTITION, this::delete));
    }

    static void create(Draft draft, TableAddress table, ObjectNode input, long now) {
        PartitionAddress address = new PartitionAddress(table, texts(input.path("Values")));
        requireKeys(table.in(draft).tree(), address);
        if (draft.has(address.key())) {
            throw AwsError.alreadyExists("Partition already exists.");
        }
        draft.put(address.key(), partition(address, input, now));
    }

    /** The input may carry other values: then the partition moves there. */
    static void update(Draft draft, PartitionAddress from, ObjectNode input) {
        ObjectNode table = from.table().in(draft).tree();
        long created = from.in(draft).tree().path("CreationTime").asLong();
        PartitionAddress to =
                input.has("Values") ? new PartitionAddress(from.table(), texts(input.path("Values"))) : from;
        requireKeys(table, to);
        if (!to.equals(from) && draft.has(to.key())) {
            throw AwsError.alreadyExists("Partition already exists.");
        }
        draft.remove(from.key());
        draft.put(to.key(), partition(to, input, created));
    }

    static void delete(Draft draft, PartitionAddress address) {
        address.table().in(draft);
        address.in(draft);
        draft.remove(address.key());
    }

    private ObjectNode create(Request request) {
        state.write(draft -> create(draft, request.table(), request.object("PartitionInput"), request.now()));
        return Json.object();
    }

    private ObjectNode one(Request request) {
        PartitionAddress address = named(request);
        Document partition = state.read(view -> {
            address.table().in(view);
            return address.in(view);
        });
        ObjectNode answer = Json.object();
        answer.putRawValue("Partition", partition.raw());
        return answer;
    }

    private ObjectNode page(Request request) {
        PageRequest wanted = request.page(PAGE);
        Page<Map.Entry<Key, Document>> page = state.read(view -> page(view, request, wanted));
        ArrayNode partitions = Json.array();
        page.items().forEach(entry -> partitions.add(described(entry.getValue(), request)));
        ObjectNode answer = Json.object();
        answer.set("Partitions", partitions);
        return page.addTokenTo(answer);
    }

    private static Page<Map.Entry<Key, Document>> page(View view, Request request, PageRequest wanted) {
        TableAddress table = request.table();
        List<ObjectNode> columns = keys(table.in(view).tree());
        Predicate<List<String>> matching =
                PartitionPredicate.parse(request.optionalText("Expression").orElse(""), columns);
        Predicate<Key> segment = segment(request.object("Segment"));
        return wanted.of(
                view.below(table.partitions(), wanted.last())
                        .filter(entry -> segment.test(entry.getKey()))
                        .filter(entry -> matching.test(values(entry.getKey()))),
                table.partitions());
    }

    private ObjectNode update(Request request) {
        PartitionAddress address = new PartitionAddress(request.table(), request.texts("PartitionValueList"));
        state.write(draft -> update(draft, address, request.object("PartitionInput")));
        return Json.object();
    }

    private ObjectNode delete(Request request) {
        state.write(draft -> delete(draft, named(request)));
        return Json.object();
    }

    private static PartitionAddress named(Request request) {
        return new PartitionAddress(request.table(), request.texts("PartitionValues"));
    }

    private static void requireKeys(ObjectNode table, PartitionAddress address) {
        if (keys(table).size() != address.values().size()) {
            throw AwsError.invalidInput("The number of partition keys do not match the number of partition values");
        }
    }

    private static List<ObjectNode> keys(ObjectNode table) {
        return table.path("PartitionKeys")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static Predicate<Key> segment(ObjectNode segment) {
        int total = segment.path("TotalSegments").asInt(1);
        int number = segment.path("SegmentNumber").asInt(0);
        if (number >= total) {
            throw AwsError.invalidInput("SegmentNumber must be less than TotalSegments.");
        }
        return key -> Math.floorMod(key.last().hashCode(), total) == number;
    }

    private static List<String> values(Key key) {
        return texts(Json.MAPPER.readTree(key.last()));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static ObjectNode described(Document document, Request request) {
        ObjectNode partition = document.tree();
        if (request.flag("ExcludeColumnSchema") && partition.get("StorageDescriptor") instanceof ObjectNode storage) {
            storage.remove("Columns");
        }
        return partition;
    }

    private static Document partition(PartitionAddress address, ObjectNode input, long created) {
        ObjectNode partition = input.deepCopy();
        partition.set("Values", Json.texts(address.values()));
        partition.put("DatabaseName", address.table().database().name());
        partition.put("TableName", address.table().name());
        partition.put("CatalogId", address.table().database().catalog());
        partition.put("CreationTime", created);
        if (partition.get("StorageDescriptor") instanceof ObjectNode storage) {
            TableDefinition.addDefaults(storage);
        }
        return Document.of(partition);
    }
}
