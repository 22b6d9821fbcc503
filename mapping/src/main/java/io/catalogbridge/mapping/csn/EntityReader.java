package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Parameter;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.csn.Draft.Content;
import io.catalogbridge.mapping.csn.Draft.DraftAssociation;
import io.catalogbridge.mapping.csn.Draft.DraftShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one entity definition: a table, a view, an analytic model. One instance reads one definition. */
final class EntityReader {

    private final Definition definition;
    private final DefinitionClass definitionClass;
    private final Annotations annotations;
    private final ElementReader elements;
    private final QueryTree query;
    private final AnalyticModelReader layer;
    private final List<Remark> remarks = new ArrayList<>();

    EntityReader(Definition definition, @Nullable AssetKind listed, TypeReader types, Translations translations) {
        this.definition = definition;
        definitionClass = DefinitionClass.of(definition, listed);
        annotations = new Annotations(definition.node(), translations);
        elements = new ElementReader(types, translations, annotations.value("@ObjectModel.representativeKey"));
        query = new QueryReader(types).read(definition.node().path("query"));
        layer = new AnalyticModelReader(definition.businessLayer(), types);
    }

    Draft read(String space, Draft.Standing standing) {
        DraftShape shape = shape();
        Content content = content();
        return new Draft(
                space,
                definition.name(),
                standing,
                business(),
                annotations.flag("@DataWarehouse.consumption.external"),
                shape,
                content,
                remarks);
    }

    private BusinessContext business() {
        return new BusinessContext(
                annotations.label(), annotations.description(), Usages.ofDefinition(annotations), accessControls());
    }

    private List<String> accessControls() {
        return Json.oneOrMany(definition.node().path("@DataWarehouse.dataAccessControl.usage")).stream()
                .map(usage -> usage.isObject() ? Annotations.unwrapped(usage.path("target")) : Json.text(usage))
                .filter(Objects::nonNull)
                .toList();
    }

    private Content content() {
        return switch (definitionClass) {
            case ANALYTIC_MODEL -> model();
            case REMOTE_TABLE ->
                new Draft.Remote(RemoteEntity.of(
                        orEmpty(annotations.value("@DataWarehouse.remote.connection")),
                        orEmpty(annotations.value("@DataWarehouse.remote.entity"))));
            case DELTA_TWIN -> new Draft.DeltaTwin(orEmpty(annotations.value("@DataWarehouse.enclosingObject")));
            case DELTA_TABLE -> new Draft.Table(new TableOrigin.DeltaCapture(deltaTable()));
            case SQL_VIEW, GRAPHICAL_VIEW -> view();
            case OPEN_SCHEMA_TABLE ->
                new Draft.Table(new TableOrigin.OpenSchema(
                        orEmpty(annotations.value("@DataWarehouse.external.schema")),
                        orEmpty(annotations.value("@DataWarehouse.external.entity"))));
            case IMPORTED_TABLE ->
                new Draft.Table(new TableOrigin.ImportedDataset(
                        orEmpty(annotations.value("@DataWarehouse.dataSource.schema")),
                        orEmpty(annotations.value("@DataWarehouse.dataSource.entity"))));
            case CONTEXT, TYPE, SERVICE, OTHER -> new Draft.Existence(definition.kind());
            case LOCAL_TABLE -> new Draft.Table(new TableOrigin.Managed());
        };
    }

    private Content model() {
        Set<String> sources = new LinkedHashSet<>(layer.sources());
        sources.addAll(query.tables());
        if (!definition.businessLayer().isObject()) {
            remarks.add(Remark.warning(
                    "model-without-business-layer",
                    "The definition holds no business layer; measures, dimensions and variables are unknown.",
                    "Read the model with all its parts, or export it again."));
        }
        return new Draft.Model(layer.version(), List.copyOf(sources));
    }

    /** The table that holds the changes, as the definition names it or as its query reads it. */
    private String deltaTable() {
        List<String> named = Annotations.values(
                definition.node().path("@DataWarehouse.delta").path("deltaFromEntities"));
        return named.isEmpty() ? query.tables().stream().findFirst().orElse("") : named.get(0);
    }

    private Content view() {
        return new Draft.Query(body(), List.copyOf(query.tables()));
    }

    private ViewBody body() {
        String sql = annotations.value("@DataWarehouse.sqlEditor.query");
        boolean unread = query instanceof QueryTree.Unreadable;
        if (sql != null && unread) {
            remarks.add(Remark.warning(
                    "view-without-query",
                    "The SQL view has no query tree: its sources are unknown, and it returns no rows.",
                    "Open the view in the SQL editor, validate it and save it again."));
            return new ViewBody.SqlWithoutQuery(sql);
        }
        if (unread) {
            remarks.add(Remark.warning(
                    "view-without-body",
                    "The definition of the view holds neither a query nor SQL: its sources are unknown.",
                    "Open the view in its editor and save it again."));
        }
        return sql != null
                ? new ViewBody.Sql(sql)
                : new ViewBody.Graphical(Json.compact(definition.node().path("query")));
    }

    private DraftShape shape() {
        List<DraftAssociation> associations = associations();
        List<Column> columns = columns();
        return new DraftShape(
                columns,
                origins(columns, associations),
                associations,
                HierarchyReader.read(definition.node()),
                parameters(),
                annotations.values("@DataWarehouse.compoundKeySequence"));
    }

    private List<DraftAssociation> associations() {
        Map<String, DraftAssociation> associations = new LinkedHashMap<>();
        Json.members(definition.node().path("elements")).stream()
                .filter(element -> TypeReader.isAssociation(element.getValue()))
                .forEach(element -> AssociationReader.read(element.getKey(), element.getValue())
                        .ifPresentOrElse(
                                association -> associations.put(element.getKey(), association),
                                () -> remarks.add(malformed("association", element.getKey(), "has no target"))));
        layer.exposedAssociations().forEach(association -> associations.putIfAbsent(association.name(), association));
        return List.copyOf(associations.values());
    }

    private List<Column> columns() {
        JsonNode stated = definition.node().path("elements");
        List<Column> columns = stated.isObject() && !stated.isEmpty() ? statedColumns(stated) : impliedColumns();
        if (!stated.isObject()) {
            remarks.add(Remark.warning(
                    "elements-missing",
                    "The definition lists no elements; " + columns.size() + " columns were derived from its query.",
                    "Read or export the object again."));
        }
        return columns.stream().map(layer::complete).toList();
    }

    private List<Column> statedColumns(JsonNode stated) {
        Set<String> keys = query.items().stream()
                .filter(QueryTree.Item::key)
                .map(QueryTree.Item::name)
                .collect(Collectors.toSet());
        return Json.members(stated).stream()
                .filter(element -> !TypeReader.isAssociation(element.getValue()))
                .map(element -> column(element.getKey(), element.getValue()))
                .flatMap(Optional::stream)
                .map(column -> keys.contains(column.name()) && !column.key()
                        ? column.withKey(true).withNullable(false)
                        : column)
                .toList();
    }

    private Optional<Column> column(String name, JsonNode element) {
        if (name.isEmpty() || !element.isObject()) {
            remarks.add(malformed("element", name, "is not an object with a name"));
            return Optional.empty();
        }
        Column column = elements.read(name, element);
        if (column.type() instanceof DataType.Unknown unknown) {
            remarks.add(Remark.warning(
                    "type-unknown",
                    "Column '" + name + "' has the type '" + unknown.spelling() + "', which is not known.",
                    "Check the type of the column."));
        }
        return Optional.of(column);
    }

    private List<Column> impliedColumns() {
        Set<String> names = new LinkedHashSet<>();
        query.items().forEach(item -> names.add(item.name()));
        names.addAll(layer.columns());
        return names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> Column.of(name, ElementReader.UNTYPED))
                .toList();
    }

    private Map<String, ColumnOrigin> origins(List<Column> columns, List<DraftAssociation> associations) {
        ColumnOrigins origins = new ColumnOrigins(
                associations.stream().collect(Collectors.toMap(DraftAssociation::name, DraftAssociation::target)));
        Map<String, ColumnOrigin> byColumn = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> column.type().equals(ElementReader.UNTYPED))
                .forEach(column -> byColumn.put(column.name(), origin(column.name(), origins)));
        return byColumn;
    }

    /** The query tells for sure; what it leaves open, as it does for measures of the model, the business layer may tell. */
    private ColumnOrigin origin(String column, ColumnOrigins origins) {
        ColumnOrigin queried = origins.of(query, column);
        return queried instanceof ColumnOrigin.Copied
                ? queried
                : layer.origin(column).orElse(queried);
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(layer.variables());
        Json.members(definition.node().path("params"))
                .forEach(entry -> parameters.add(parameter(entry.getKey(), entry.getValue())));
        return parameters;
    }

    private Parameter parameter(String name, JsonNode node) {
        Column column = elements.read(name, node);
        return new Parameter(name, column.type(), column.label(), column.defaultValue());
    }

    private static Remark malformed(String what, String name, String how) {
        return Remark.warning(
                what + "-malformed",
                "The " + what + " '" + name + "' " + how + " and is left out.",
                "Check the definition.");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
