package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import java.util.List;
import java.util.SortedMap;

/** Three tables of one name become what will be there and what then counts as last applied. */
final class TableMerge {

    private TableMerge() {}

    static Merged<GlueTable> merge(Comparison comparison, Sides<GlueTable> sides) {
        Merged<String> description = comparison.text(
                "description", comparison.strategies().descriptions(), sides.map(GlueTable::description));
        Merged<SortedMap<String, String>> parameters = comparison.parameters("", sides.map(GlueTable::parameters));
        Merged<List<GlueColumn>> columns = new ColumnMerge(comparison, sides.map(GlueTable::columns)).merge();
        GlueTable desired = sides.desired();
        return new Merged<>(
                        new GlueTable(desired.name(), description.after(), columns.after(), parameters.after()),
                        new GlueTable(
                                desired.name(), description.baseline(), columns.baseline(), parameters.baseline()))
                .sharing(desired);
    }
}
