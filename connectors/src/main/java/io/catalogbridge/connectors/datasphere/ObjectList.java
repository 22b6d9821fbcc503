package io.catalogbridge.connectors.datasphere;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one list as its pages come in, each object once. Used by one thread at a time. */
final class ObjectList {

    static final ObjectList NONE = new ObjectList(ListColumns.UNASKED, List.of());

    private final Map<String, ListedObject> rows = new LinkedHashMap<>();

    private final ListColumns columns;
    private final int firstPage;

    ObjectList(ListColumns columns, List<ListedObject> firstPage) {
        this.columns = columns;
        append(firstPage);
        this.firstPage = rows.size();
    }

    /** What each row was asked for. */
    ListColumns columns() {
        return columns;
    }

    /** How many objects the server gave at once. */
    int firstPage() {
        return firstPage;
    }

    int size() {
        return rows.size();
    }

    Collection<ListedObject> rows() {
        return rows.values();
    }

    /** Adds what is new; false if nothing is, as on the page after the last, or if skipping is ignored. */
    boolean append(List<ListedObject> page) {
        int before = rows.size();
        page.forEach(row -> rows.putIfAbsent(row.name(), row));
        return rows.size() > before;
    }

    /** True if the page begins as the list does: the server ignores that rows are to be skipped. */
    boolean repeats(List<ListedObject> page) {
        return !page.isEmpty()
                && !rows.isEmpty()
                && page.get(0).name().equals(rows.keySet().iterator().next());
    }
}
