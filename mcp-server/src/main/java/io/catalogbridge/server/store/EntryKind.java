package io.catalogbridge.server.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of entry. The numbers order equally good matches: what people made for reading before what it is made of, a thing
 * in Datasphere before the same thing in Glue. They are part of stored numbers and never change.
 */
enum EntryKind {
    ANALYTIC_MODEL("datasphere", "analytic-model", 0),
    EXPOSED_VIEW("datasphere", "view", 1),
    VIEW("datasphere", "view", 2),
    LOCAL_TABLE("datasphere", "local-table", 3),
    REMOTE_TABLE("datasphere", "remote-table", 4),
    SPACE("datasphere", "space", 5),
    DATA_FLOW("datasphere", "data-flow", 6),
    REPLICATION_FLOW("datasphere", "replication-flow", 7),
    TRANSFORMATION_FLOW("datasphere", "transformation-flow", 8),
    TASK_CHAIN("datasphere", "task-chain", 9),
    OTHER("datasphere", "other", 15),
    DATABASE("glue", "database", 16),
    TABLE("glue", "table", 17),
    OTHER_IN_GLUE("glue", "other-in-glue", 31);

    private static final EntryKind[] BY_ORDER = new EntryKind[32];

    static {
        Arrays.stream(values()).forEach(kind -> BY_ORDER[kind.order] = kind);
    }

    private final String system;
    private final String label;
    private final int order;

    EntryKind(String system, String label, int order) {
        this.system = system;
        this.label = label;
        this.order = order;
    }

    String system() {
        return system;
    }

    String label() {
        return label;
    }

    int order() {
        return order;
    }

    /** The kind of an entry; one that nobody foresaw is other. */
    static EntryKind of(String system, String label, boolean exposed) {
        if (exposed && label.equals(VIEW.label)) {
            return EXPOSED_VIEW;
        }
        return Arrays.stream(values())
                .filter(kind -> kind != EXPOSED_VIEW && kind.system.equals(system) && kind.label.equals(label))
                .findFirst()
                .orElse(system.equals(OTHER_IN_GLUE.system) ? OTHER_IN_GLUE : OTHER);
    }

    static Optional<EntryKind> at(int order) {
        return Optional.ofNullable(BY_ORDER[order]);
    }

    /** All that are called so; their numbers are next to each other. */
    static List<EntryKind> matching(Optional<String> system, Optional<String> label) {
        return Arrays.stream(values())
                .filter(kind -> system.map(kind.system::equals).orElse(true))
                .filter(kind -> label.map(kind.label::equals).orElse(true))
                .toList();
    }
}
