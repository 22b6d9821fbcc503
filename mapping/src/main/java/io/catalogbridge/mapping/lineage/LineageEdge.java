package io.catalogbridge.mapping.lineage;

import io.catalogbridge.mapping.catalog.AssetId;
import java.util.Comparator;

/**
 * One step, in the direction in which data passes or control is given.
 *
 * @param from     identifier of the start, such as {@code external:S4/VBAK}
 * @param to       identifier of the end, such as {@code datasphere:SALES/ORDERS} or {@code glue:sales/orders}
 * @param kind     what the ends have to do with each other
 * @param via      the asset whose definition says so; for {@link EdgeKind#LOADS} the flow
 * @param resolved false if something in between, such as a script, hides what comes from where; the edge then says that
 *                 data may pass
 */
public record LineageEdge(String from, String to, EdgeKind kind, AssetId via, boolean resolved)
        implements Comparable<LineageEdge> {

    private static final Comparator<LineageEdge> ORDER = Comparator.comparing(LineageEdge::from)
            .thenComparing(LineageEdge::to)
            .thenComparing(LineageEdge::kind)
            .thenComparing(LineageEdge::via)
            .thenComparing(LineageEdge::resolved);

    @Override
    public int compareTo(LineageEdge other) {
        return ORDER.compare(this, other);
    }
}
