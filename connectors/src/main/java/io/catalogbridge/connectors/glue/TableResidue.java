package io.catalogbridge.connectors.glue;

import java.util.Map;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * Everything of a table that is not ours and has to survive an update.
 *
 * @param frame   the writable members of the table, without name, description, columns and managed parameters; shared by
 *                all tables that are alike
 * @param columns foreign parameters by column, for the columns that have any; names in lower case
 */
record TableResidue(TableInput frame, Map<String, Map<String, String>> columns) {

    TableResidue {
        columns = Map.copyOf(columns);
    }

    /** A link to a table elsewhere has no definition of its own. */
    boolean isResourceLink() {
        return frame.targetTable() != null;
    }
}
