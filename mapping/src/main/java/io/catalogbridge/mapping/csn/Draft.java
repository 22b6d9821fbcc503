package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.Association.ColumnPair;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataProcess.ColumnMapping;
import io.catalogbridge.mapping.catalog.DataProcess.TaskLink;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One definition as read. Other objects are still named as the definition spells them, since only the whole tenant tells
 * whether the first part of a dotted name is a space.
 *
 * @param space    the space whose document held the definition
 * @param name     the definition's name in that document
 * @param standing how the definition came to us
 * @param external marked for consumption
 */
record Draft(
        String space,
        String name,
        Standing standing,
        BusinessContext business,
        boolean external,
        DraftShape shape,
        Content content,
        List<Remark> remarks) {

    Draft {
        remarks = List.copyOf(remarks);
    }

    Draft withRemarks(List<Remark> more) {
        return more.isEmpty()
                ? this
                : new Draft(
                        space,
                        name,
                        standing,
                        business,
                        external,
                        shape,
                        content,
                        Stream.concat(remarks.stream(), more.stream()).toList());
    }

    /** How a definition came to us, best first. */
    enum Standing {
        /** A list of the space named the object and the definition is the answer to reading it. */
        EXPECTED,
        /** It came along with another object, or in an export. */
        ACCOMPANYING,
        /** It was made from service metadata, because there may be nothing better. */
        SERVED
    }

    /**
     * The columns of a dataset and what goes with them.
     *
     * @param origins where the columns without a type of their own come from, by column
     */
    record DraftShape(
            List<Column> columns,
            Map<String, ColumnOrigin> origins,
            List<DraftAssociation> associations,
            List<Hierarchy> hierarchies,
            List<Parameter> parameters,
            List<String> keySequence) {

        static final DraftShape EMPTY = new DraftShape(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());

        DraftShape {
            columns = List.copyOf(columns);
            origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
            associations = List.copyOf(associations);
            hierarchies = List.copyOf(hierarchies);
            parameters = List.copyOf(parameters);
            keySequence = List.copyOf(keySequence);
        }
    }

    record DraftAssociation(String name, String target, List<ColumnPair> on) {
        DraftAssociation {
            on = List.copyOf(on);
        }
    }

    /** What makes one kind of object differ from another. */
    sealed interface Content {}

    record Table(TableOrigin origin) implements Content {}

    /** The internal change log of a table with delta capture. */
    record DeltaTwin(String enclosing) implements Content {}

    record Remote(ExternalObject object) implements Content {}

    record Query(ViewBody body, List<String> sources) implements Content {
        Query {
            sources = List.copyOf(sources);
        }
    }

    record Model(String businessLayer, List<String> sources) implements Content {
        Model {
            sources = List.copyOf(sources);
        }
    }

    record FlowContent(AssetKind kind, List<DraftTransfer> transfers) implements Content {
        FlowContent {
            transfers = List.copyOf(transfers);
        }
    }

    record ChainContent(List<DraftTask> tasks, List<TaskLink> links) implements Content {
        ChainContent {
            tasks = List.copyOf(tasks);
            links = List.copyOf(links);
        }
    }

    /** An object of which only the existence matters. */
    record Existence(String type) implements Content {}

    record DraftTransfer(
            List<Place> from, Place to, @Nullable String mode, List<ColumnMapping> columns, boolean resolved) {
        DraftTransfer {
            from = List.copyOf(from);
            columns = List.copyOf(columns);
        }
    }

    /** Where a flow reads or writes. */
    sealed interface Place {

        /** An object of the tenant, as spelled. */
        record Inside(String name) implements Place {}

        record Outside(ExternalObject object) implements Place {}
    }

    /** A node of a chain; {@code space} is that of the object run, absent if it is the chain's own. */
    record DraftTask(
            String node,
            String application,
            String activity,
            @Nullable String space,
            @Nullable String object) {}
}
