package io.catalogbridge.mapping.lineage;

import java.util.List;

/**
 * What a change of one thing may touch.
 *
 * @param downstream everything that data passes to
 * @param processes  the flows that carry the data there, and the task chains that run any of it; sorted by id
 */
public record LineageImpact(LineageWalk downstream, List<LineageNode> processes) {

    public LineageImpact {
        processes = List.copyOf(processes);
    }
}
