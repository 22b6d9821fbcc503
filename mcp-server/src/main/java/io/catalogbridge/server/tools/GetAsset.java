package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.lineage.LineageGraph;
import io.catalogbridge.mapping.lineage.LineageWalk;
import io.catalogbridge.mapping.rules.ParameterKey;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code get_asset}: everything known about one thing, what it means first. */
final class GetAsset implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final NumberCursor CURSOR = new NumberCursor("columns");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int LABEL_LENGTH = 200;
    private static final int TEXT_LENGTH = 600;
    private static final int LONG_TEXT = 4_000;
    private static final int REFERENCES = 20;
    private static final int FULL_TOKENS = 10_000;
    private static final double STRUCTURE_SHARE = 0.2;
    private static final String SUMMARY = "summary";
    private static final String FULL = "full";
    private static final String NAMES = "names";
    private static final List<String> DETAILS = List.of(NAMES, SUMMARY, FULL);
    private static final String METADATA_ONLY =
            "Glue holds metadata only: Catalog Bridge writes no data location, so Athena finds no rows until somebody gives the"
                    + " table one.";

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "get_asset",
            "Get asset",
            "Tells what is known of one Datasphere asset, space, Glue table or database: business meaning, owner, columns,"
                    + " counterpart, sync state, and whether and how Athena can query it. With #COLUMN, that column alone, in"
                    + " full. Use it after search_assets; then get_lineage, analyze_impact or get_mappings.",
            Schemas.object(
                    List.of("id"),
                    Schemas.text(
                            "id", "Such as datasphere:SPACE/NAME, datasphere:SPACE/NAME#COLUMN, glue:database/table."),
                    Schemas.choice(
                            "detail",
                            "names: of columns; summary (default): also label, type, role; full: also texts, semantics,"
                                    + " definition.",
                            DETAILS),
                    Schemas.whole("limit", "Columns per page.", 1, MAX_LIMIT, DEFAULT_LIMIT),
                    Schemas.text("cursor", "nextCursor of the page before.")),
            Schemas.open(
                    List.of("id", "kind", "system", "name", "findings", "lineage", "columnCount", "columns", "athena"),
                    Schemas.text("id", ""),
                    Schemas.text("kind", ""),
                    Schemas.text("label", ""),
                    Schemas.text("description", ""),
                    Schemas.text("counterpart", "the same thing in the other system"),
                    Schemas.object("sync", Schemas.open(List.of("state"))),
                    Schemas.counts("findings", "by severity"),
                    Schemas.counts("lineage", "direct neighbours"),
                    Schemas.count("columnCount"),
                    Schemas.list("columns", Schemas.open(List.of("name"))),
                    Schemas.text("nextCursor", "absent on the last page of columns"),
                    Schemas.object(
                            "athena",
                            Schemas.object(
                                    List.of("queryable"),
                                    Schemas.flag("queryable", ""),
                                    Schemas.text("reason", "why not"),
                                    Schemas.text("sql", "a sample query, to be run once it is queryable")))),
            ToolDefinition.Effect.READ);

    private final ToolContext context;
    private final KnownThings things;
    private final StoredLineage lineage;

    GetAsset(ToolContext context, StoredLineage lineage) {
        this.context = context;
        this.things = new KnownThings(context);
        this.lineage = lineage;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    /** An entry with its details, and the table that it is or that stands for it. */
    private record Found(
            CatalogEntry entry, JsonNode detail, @Nullable CatalogEntry table, JsonNode tableDetail) {

        boolean inGlue() {
            return entry.system().equals("glue");
        }

        AssetColumns columns() {
            return inGlue() ? AssetColumns.ofTable(detail) : AssetColumns.ofAsset(detail, tableDetail);
        }
    }

    @Override
    public ToolResult call(ToolCall call) {
        ToolArguments arguments = call.arguments();
        String id = arguments.text("id");
        String level = arguments.choice("detail", SUMMARY, DETAILS);
        Found found = found(things.require(id));
        ObjectNode result = JSON.createObjectNode();
        BusinessFacts.into(result, found.entry(), found.detail(), descriptionLength(level));
        place(result, found);
        ResultBudget budget = level.equals(FULL)
                ? ResultBudget.after(result, FULL_TOKENS)
                : ResultBudget.after(result, ResultBudget.TOKENS);
        if (level.equals(FULL)) {
            structure(result, found.detail(), budget);
        }
        columns(result, found.columns(), column(id), level, arguments, budget);
        return new ToolResult(summary(found, result), result);
    }

    private Found found(CatalogEntry entry) {
        JsonNode detail = JSON.readTree(entry.detail());
        CatalogEntry table = isTable(entry)
                ? entry
                : Optional.ofNullable(entry.counterpart())
                        .flatMap(things::find)
                        .filter(GetAsset::isTable)
                        .orElse(null);
        return new Found(entry, detail, table, table == null ? JSON.createObjectNode() : JSON.readTree(table.detail()));
    }

    private static int descriptionLength(String level) {
        return switch (level) {
            case NAMES -> LABEL_LENGTH;
            case FULL -> LONG_TEXT;
            default -> TEXT_LENGTH;
        };
    }

    private static boolean isTable(CatalogEntry entry) {
        return entry.system().equals("glue") && entry.kind().equals("table");
    }

    private static Optional<String> column(String id) {
        int hash = id.indexOf('#');
        return hash < 0 ? Optional.empty() : Optional.of(id.substring(hash + 1).strip());
    }

    /** Where it is in the other system, how far that is up to date, and what surrounds it. */
    private void place(ObjectNode result, Found found) {
        CatalogEntry entry = found.entry();
        result.put("counterpart", entry.counterpart());
        Optional<TableState> state =
                Optional.ofNullable(found.table()).map(table -> TableState.of(table, found.tableDetail(), context));
        state.ifPresent(each -> each.into(result.putObject("sync")));
        ObjectNode findings = result.putObject("findings");
        context.store().catalog().findings(context.environment(), discovered(found)).stream()
                .collect(Collectors.groupingBy(
                        (Finding finding) -> finding.severity().label(), TreeMap::new, Collectors.counting()))
                .forEach(findings::put);
        neighbours(result.putObject("lineage"), entry.id());
        athena(result.putObject("athena"), found, state);
    }

    private static String discovered(Found found) {
        String counterpart = found.entry().counterpart();
        return found.inGlue() && counterpart != null
                ? counterpart
                : found.entry().id();
    }

    private void neighbours(ObjectNode node, String id) {
        Optional<LineageGraph> graph = lineage.graph();
        node.put("upstream", count(graph.flatMap(each -> each.upstream(id, 1))))
                .put("downstream", count(graph.flatMap(each -> each.downstream(id, 1))));
    }

    private static int count(Optional<LineageWalk> walk) {
        return walk.map(each -> each.reached().size()).orElse(0);
    }

    private static void athena(ObjectNode node, Found found, Optional<TableState> state) {
        node.put("queryable", false);
        Optional<String> sql = Optional.ofNullable(found.table())
                .flatMap(table -> TableName.parse(table.id()))
                .flatMap(name -> sample(name, found).sql());
        if (state.isEmpty()) {
            node.put("reason", "It is no table in Glue.");
        } else if (sql.isEmpty()) {
            node.put("reason", "No columns are known.");
        } else {
            node.put(
                    "reason",
                    state.get().written() ? METADATA_ONLY : "It is not in Glue yet. Even then, " + METADATA_ONLY);
            node.put("sql", sql.get());
        }
    }

    private static AthenaSample sample(TableName name, Found found) {
        String kind = found.tableDetail()
                .path("parameters")
                .path(ParameterKey.KIND.key())
                .asString("");
        return new AthenaSample(
                name, found.tableDetail().path("columns").valueStream().toList(), kind.equals("analytic-model"));
    }

    private static void structure(ObjectNode result, JsonNode detail, ResultBudget budget) {
        for (String list : List.of("parameters", "associations", "hierarchies")) {
            List<JsonNode> items = detail.path(list).isArray()
                    ? detail.path(list).valueStream().toList()
                    : List.of();
            if (!items.isEmpty()) {
                boolean cut =
                        budget.fill(result.putArray(list), items, REFERENCES, STRUCTURE_SHARE, BusinessFacts::safe);
                if (cut) {
                    result.put(list + "Truncated", true);
                }
            }
        }
        String definition = detail.path("definition").asString("");
        if (!definition.isEmpty()) {
            result.put("definition", SafeText.of(definition, LONG_TEXT));
            budget.spend(Math.min(definition.length(), LONG_TEXT));
        }
    }

    private static void columns(
            ObjectNode result,
            AssetColumns columns,
            Optional<String> wanted,
            String level,
            ToolArguments arguments,
            ResultBudget budget) {
        result.put("columnCount", columns.size());
        if (columns.measures() > 0) {
            result.put("measureCount", columns.measures());
        }
        if (wanted.isPresent()) {
            budget.fill(result.putArray("columns"), List.of(columns.position(wanted.get())), 1, 1, columns::told);
            return;
        }
        int start = (int) Math.min(CURSOR.read(arguments.optionalText("cursor")).orElse(0), columns.size());
        int limit = arguments.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        List<Integer> positions = IntStream.range(start, columns.size()).boxed().toList();
        ArrayNode shown = result.putArray("columns");
        if (budget.fill(shown, positions, limit, 1, rendering(columns, level))) {
            result.put("nextCursor", CURSOR.at(start + shown.size()));
        }
    }

    private static Function<Integer, ObjectNode> rendering(AssetColumns columns, String level) {
        return switch (level) {
            case NAMES -> columns::named;
            case FULL -> columns::told;
            default -> columns::summed;
        };
    }

    private static String size(ObjectNode result) {
        for (String held : List.of("assets", "tables")) {
            if (result.has(held)) {
                return result.get(held).asInt() + " " + held;
            }
        }
        return result.get("columnCount").asInt() + " columns";
    }

    private static String summary(Found found, ObjectNode result) {
        CatalogEntry entry = found.entry();
        String label = entry.label() == null ? "" : " '" + SafeText.of(entry.label(), LABEL_LENGTH) + "'";
        return entry.id() + label + ": " + entry.kind() + ", " + size(result) + ", "
                + (entry.counterpart() == null ? "no counterpart" : "counterpart " + entry.counterpart());
    }
}
