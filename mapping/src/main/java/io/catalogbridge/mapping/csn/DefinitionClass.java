package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a definition defines. */
enum DefinitionClass {
    CONTEXT(null),
    TYPE(null),
    SERVICE(null),
    OTHER(AssetKind.OTHER),
    ANALYTIC_MODEL(AssetKind.ANALYTIC_MODEL),
    REMOTE_TABLE(AssetKind.REMOTE_TABLE),
    DELTA_TWIN(null),
    DELTA_TABLE(AssetKind.LOCAL_TABLE),
    SQL_VIEW(AssetKind.VIEW),
    GRAPHICAL_VIEW(AssetKind.VIEW),
    OPEN_SCHEMA_TABLE(AssetKind.LOCAL_TABLE),
    IMPORTED_TABLE(AssetKind.LOCAL_TABLE),
    LOCAL_TABLE(AssetKind.LOCAL_TABLE);

    /**
     * The first sign that is there decides: a table with delta capture has a query although it is no view, so it is asked for
     * before the views; section 4.4 of the Datasphere facts.
     */
    private static final List<Sign> ORDER = List.of(
            new Sign(CONTEXT, d -> d.kind().equals("context")),
            new Sign(TYPE, d -> d.kind().equals("type") || d.kind().equals("aspect")),
            new Sign(SERVICE, d -> d.kind().equals("service")),
            new Sign(OTHER, d -> !d.kind().isEmpty() && !d.kind().equals("entity")),
            new Sign(ANALYTIC_MODEL, d -> d.businessLayer().isObject()),
            new Sign(REMOTE_TABLE, d -> d.has("@DataWarehouse.remote.connection")),
            new Sign(DELTA_TWIN, d -> d.has("@DataWarehouse.enclosingObject")),
            new Sign(DELTA_TABLE, d -> d.has("@DataWarehouse.delta")),
            new Sign(SQL_VIEW, d -> d.has("@DataWarehouse.sqlEditor.query")),
            new Sign(GRAPHICAL_VIEW, d -> d.node().path("query").isObject()),
            new Sign(OPEN_SCHEMA_TABLE, d -> d.has("@DataWarehouse.external.entity")),
            new Sign(IMPORTED_TABLE, d -> d.has("@DataWarehouse.dataSource.entity")));

    private final @Nullable AssetKind kind;

    DefinitionClass(@Nullable AssetKind kind) {
        this.kind = kind;
    }

    private record Sign(DefinitionClass means, Predicate<Definition> shows) {}

    static DefinitionClass of(Definition definition) {
        return ORDER.stream()
                .filter(sign -> sign.shows.test(definition))
                .map(Sign::means)
                .findFirst()
                .orElse(LOCAL_TABLE);
    }

    /** What the definition is, given what a list of the tenant says it is: the list knows, the definition only hints. */
    static DefinitionClass of(Definition definition, @Nullable AssetKind listed) {
        DefinitionClass hinted = of(definition);
        if (listed == null || listed == hinted.kind || hinted.kind == null) {
            return hinted;
        }
        return switch (listed) {
            case LOCAL_TABLE -> LOCAL_TABLE;
            case VIEW -> GRAPHICAL_VIEW;
            case ANALYTIC_MODEL -> ANALYTIC_MODEL;
            default -> hinted;
        };
    }
}
