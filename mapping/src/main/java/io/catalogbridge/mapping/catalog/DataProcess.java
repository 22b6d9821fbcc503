package io.catalogbridge.mapping.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An asset that moves data or orders the moving of data. */
public sealed interface DataProcess extends Asset {

    /**
     * One pipe of a flow.
     *
     * @param from     where rows are read
     * @param to       where rows are written
     * @param mode     how rows are loaded, such as {@code INITIAL}, {@code REPLICATE}, {@code append}; absent if not stated
     * @param columns  what goes where, column by column; empty if it cannot be known
     * @param resolved false if the flow transforms rows in a way that hides what comes from where, as a script does
     */
    record Transfer(
            List<ObjectRef> from, ObjectRef to, @Nullable String mode, List<ColumnMapping> columns, boolean resolved) {
        public Transfer {
            from = List.copyOf(from);
            columns = List.copyOf(columns);
        }
    }

    /** A target column and the expression or source column that fills it. */
    record ColumnMapping(String expression, String target) {}

    /** What moves data: a data, replication or transformation flow. */
    record Flow(AssetHead head, AssetKind kind, List<Transfer> transfers) implements DataProcess {
        public Flow {
            if (kind != AssetKind.DATA_FLOW
                    && kind != AssetKind.REPLICATION_FLOW
                    && kind != AssetKind.TRANSFORMATION_FLOW) {
                throw new IllegalArgumentException(kind + " is not a kind of flow");
            }
            transfers = List.copyOf(transfers);
        }

        @Override
        public List<ObjectRef> sources() {
            return transfers.stream().flatMap(t -> t.from().stream()).distinct().toList();
        }

        @Override
        public List<ObjectRef> targets() {
            return transfers.stream().map(Transfer::to).distinct().toList();
        }
    }

    /** What runs other processes in order. It orders runs; it carries no data itself. */
    record TaskChain(AssetHead head, List<Task> tasks, List<TaskLink> links) implements DataProcess {
        public TaskChain {
            tasks = List.copyOf(tasks);
            links = List.copyOf(links);
        }

        @Override
        public AssetKind kind() {
            return AssetKind.TASK_CHAIN;
        }

        @Override
        public List<ObjectRef> sources() {
            return List.of();
        }

        /** The objects the chain runs, in order of mention. */
        public List<AssetId> runs() {
            return tasks.stream()
                    .map(Task::object)
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .toList();
        }
    }

    /**
     * A node of a task chain.
     *
     * @param object what is run; absent for start nodes and operators
     */
    record Task(
            String node,
            String application,
            String activity,
            @Nullable AssetId object) {}

    /** One node follows another if that ended as required. */
    record TaskLink(String from, String to, @Nullable String status) {}
}
