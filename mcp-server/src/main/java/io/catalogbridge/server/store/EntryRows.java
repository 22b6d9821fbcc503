package io.catalogbridge.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;

/** Entries as rows. */
final class EntryRows {

    static final String SELECT =
            "select entry.*, entry_detail.content from entry join entry_detail on entry_detail.number = entry.number";

    static final RowMapper<CatalogEntry> ENTRY = (row, context) -> entry(row, Compact.text(row.getBytes("content")));

    private EntryRows() {}

    static CatalogEntry entry(ResultSet row, String detail) throws SQLException {
        return new CatalogEntry(
                row.getString("id"),
                row.getString("system"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("label"),
                row.getString("container"),
                row.getString("description"),
                row.getString("counterpart"),
                detail);
    }
}
