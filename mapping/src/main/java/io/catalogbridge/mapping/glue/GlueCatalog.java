package io.catalogbridge.mapping.glue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Databases with their tables, and jobs; sorted by name. The same type says what should be and what is. */
public record GlueCatalog(List<GlueDatabase> databases, List<GlueJob> jobs) {

    public static final GlueCatalog EMPTY = new GlueCatalog(List.of(), List.of());

    public GlueCatalog {
        databases = databases.stream()
                .sorted(Comparator.comparing(GlueDatabase::name))
                .toList();
        jobs = jobs.stream().sorted(Comparator.comparing(GlueJob::name)).toList();
    }

    public Optional<GlueDatabase> database(String name) {
        return databases.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Optional<GlueTable> table(TableName name) {
        return database(name.database()).flatMap(database -> database.table(name.table()));
    }

    public Stream<GlueTable> tables() {
        return databases.stream().flatMap(database -> database.tables().stream());
    }
}
