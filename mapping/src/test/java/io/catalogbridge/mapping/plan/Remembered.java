package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store remembers as last applied after a run in which every change happened. */
final class Remembered {

    private final Map<String, GlueDatabase> databases = new TreeMap<>();
    private final Map<TableName, GlueTable> tables = new TreeMap<>();

    private Remembered() {}

    static GlueCatalog after(Planning planning, GlueCatalog before) {
        Remembered remembered = new Remembered();
        remembered.add(before);
        remembered.add(planning.confirmed());
        planning.plan().changes().forEach(remembered::add);
        return remembered.catalog();
    }

    private void add(GlueCatalog catalog) {
        catalog.databases().stream()
                .filter(database -> !database.parameters().isEmpty())
                .forEach(database -> databases.put(database.name(), database));
        catalog.tables().forEach(table -> tables.put(table.name(), table));
    }

    private void add(Change change) {
        if (change instanceof Change.CreateDatabase create) {
            databases.put(create.database(), create.after());
        } else if (change instanceof Change.UpdateDatabase update) {
            databases.put(update.database(), update.baseline());
        } else if (change instanceof Change.CreateTable create) {
            tables.put(create.after().name(), create.after());
        } else if (change instanceof Change.UpdateTable update) {
            tables.put(update.after().name(), update.baseline());
        } else if (change instanceof Change.DeleteTable delete) {
            tables.remove(delete.before().name());
        }
    }

    private GlueCatalog catalog() {
        tables.keySet()
                .forEach(name -> databases.computeIfAbsent(
                        name.database(), database -> GlueDatabase.of(database, "", Map.of(), List.of())));
        return new GlueCatalog(
                databases.values().stream()
                        .map(database -> database.withTables(tables.values().stream()
                                .filter(table -> table.name().database().equals(database.name()))
                                .toList()))
                        .toList(),
                List.of());
    }
}
