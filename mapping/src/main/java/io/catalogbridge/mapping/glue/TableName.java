package io.catalogbridge.mapping.glue;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Database and table, both in lower case as Glue stores them; printed as {@code glue:database/table}. */
public record TableName(String database, String table) implements Comparable<TableName> {

    /** What every Glue identifier starts with. */
    public static final String SCHEME = "glue:";

    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::database).thenComparing(TableName::table);

    public TableName {
        database = database.toLowerCase(Locale.ROOT);
        table = table.toLowerCase(Locale.ROOT);
        if (database.isEmpty() || table.isEmpty()) {
            throw new IllegalArgumentException("a table needs a database and a name: '" + database + "/" + table + "'");
        }
    }

    /** Reads {@code glue:database/table}; empty if the text is anything else. */
    public static Optional<TableName> parse(String text) {
        int slash = text.indexOf('/');
        boolean wellFormed = text.startsWith(SCHEME) && slash > SCHEME.length() && slash < text.length() - 1;
        return wellFormed
                ? Optional.of(new TableName(text.substring(SCHEME.length(), slash), text.substring(slash + 1)))
                : Optional.empty();
    }

    public String text() {
        return SCHEME + database + "/" + table;
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
