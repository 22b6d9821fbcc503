package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.lineage.EdgeKind;
import io.catalogbridge.mapping.lineage.LineageEdge;
import io.catalogbridge.mapping.lineage.LineageGraph;
import io.catalogbridge.mapping.lineage.LineageImpact;
import io.catalogbridge.mapping.lineage.LineageNode;
import io.catalogbridge.mapping.lineage.LineageWalk;
import io.catalogbridge.mapping.lineage.LineageWalk.Reached;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code analyze_impact}: what a change of one thing may touch, what people use first. */
final class AnalyzeImpact implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final NumberCursor CURSOR = new NumberCursor("impact");
    private static final int ALL_STEPS = 100;
    private static final int DEFAULT_LIMIT = 30;
    private static final int MAX_LIMIT = 100;
    private static final int PROCESSES = 30;
    private static final int LABEL_LENGTH = 80;
    private static final double AFFECTED_SHARE = 0.7;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "analyze_impact",
            "Analyze impact",
            "Tells what may be affected if an asset or one of its columns changes or goes: counts by kind, Glue tables included,"
                    + " then the things themselves, direct users first, and the flows and task chains involved. Follows objects; a"
                    + " column is followed one step, where definitions name columns. Use it before a change; get_lineage shows the"
                    + " paths.",
            Schemas.object(
                    List.of("id"),
                    Schemas.text("id", "As for get_lineage; may end with #COLUMN."),
                    Schemas.text("column", "Technical name of a column of it."),
                    Schemas.whole("limit", "Things to show.", 1, MAX_LIMIT, DEFAULT_LIMIT),
                    Schemas.text("cursor", "nextCursor of the page before.")),
            Schemas.object(
                    List.of("id", "level", "direct", "transitive", "unresolved", "affected", "processes", "truncated"),
                    Schemas.text("id", ""),
                    Schemas.text("level", "object, or column for the first step and object beyond"),
                    Schemas.count("direct"),
                    Schemas.count("transitive"),
                    Schemas.counts("byKind", ""),
                    Schemas.count("glueTables"),
                    Schemas.count("unresolved"),
                    Schemas.list(
                            "affected",
                            Schemas.open(
                                    List.of("id", "kind", "distance"),
                                    Schemas.count("users"),
                                    Schemas.flag("certain", "false if only reached through what is unresolved"),
                                    Schemas.text("columnUse", "named, all-columns, not-named or unknown"))),
                    Schemas.list("processes", Schemas.open(List.of("id", "kind"))),
                    Schemas.flag("truncated", "true if lists show less than the counts say"),
                    Schemas.text("nextCursor", "for more of affected"),
                    Schemas.text("hint", "")),
            ToolDefinition.Effect.READ);

    private final KnownThings things;
    private final StoredLineage lineage;

    AnalyzeImpact(ToolContext context, StoredLineage lineage) {
        this.things = new KnownThings(context);
        this.lineage = lineage;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        ToolArguments arguments = call.arguments();
        String wanted = arguments.text("id");
        LineageGraph graph = lineage.graph().orElseThrow(() -> things.unknown(wanted));
        String id = graph.node(wanted).isPresent() ? wanted : KnownThings.normalised(wanted);
        LineageImpact impact = graph.impact(id, ALL_STEPS).orElseThrow(() -> things.unknown(wanted));
        Optional<String> column = column(arguments, id);
        Map<String, ColumnUse> uses =
                column.map(name -> uses(impact.downstream(), name)).orElse(Map.of());
        int limit = arguments.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        long from = CURSOR.read(arguments.optionalText("cursor")).orElse(0);
        return render(impact, column, uses, from, limit);
    }

    /** A column as the asset spells it; one that the asset does not have is advised against. */
    private Optional<String> column(ToolArguments arguments, String id) {
        String whole = arguments.text("id");
        int hash = whole.indexOf('#');
        String asked = arguments.optionalText("column");
        Optional<String> named = asked != null || hash < 0
                ? Optional.ofNullable(asked)
                : Optional.of(whole.substring(hash + 1).strip());
        return named.map(name ->
                things.find(id).map(entry -> columns(entry).spelled(name)).orElse(name));
    }

    private static AssetColumns columns(CatalogEntry entry) {
        JsonNode detail = JSON.readTree(entry.detail());
        return entry.system().equals("glue")
                ? AssetColumns.ofTable(detail)
                : AssetColumns.ofAsset(detail, JSON.createObjectNode());
    }

    private Map<String, ColumnUse> uses(LineageWalk walk, String column) {
        Map<String, ColumnUse> uses = new HashMap<>();
        walk.edges().stream()
                .filter(edge -> edge.from().equals(walk.start().id()))
                .forEach(edge -> uses.merge(edge.to(), use(edge, column), ColumnUse::likelier));
        return uses;
    }

    private ColumnUse use(LineageEdge edge, String column) {
        if (edge.kind() == EdgeKind.LOADS) {
            return AssetId.parse(edge.from())
                    .map(from -> ColumnUse.carried(detail(edge.via().text()), from, edge.to(), column))
                    .orElse(ColumnUse.UNKNOWN);
        }
        return edge.resolved() ? ColumnUse.of(detail(edge.to()), column) : ColumnUse.UNKNOWN;
    }

    private JsonNode detail(String id) {
        return things.find(id)
                .<JsonNode>map(entry -> JSON.readTree(entry.detail()))
                .orElse(JSON.createObjectNode());
    }

    private static ToolResult render(
            LineageImpact impact, Optional<String> column, Map<String, ColumnUse> uses, long from, int limit) {
        LineageWalk walk = impact.downstream();
        Affected affected = Affected.of(walk, uses);
        List<Reached> page = affected.things().stream().skip(from).toList();
        ObjectNode result = JSON.createObjectNode()
                .put(
                        "id",
                        walk.start().id()
                                + column.map(name -> "#" + SafeText.of(name, LABEL_LENGTH))
                                        .orElse(""))
                .put("level", followsColumn(uses) ? "column" : "object")
                .put("direct", affected.direct())
                .put("transitive", affected.things().size() - affected.direct())
                .put("glueTables", affected.ofKind(LineageNode.GLUE_TABLE))
                .put(
                        "unresolved",
                        walk.edges().stream().filter(edge -> !edge.resolved()).count());
        affected.byKind().forEach(result.putObject("byKind")::put);
        ResultBudget budget = ResultBudget.after(result, ResultBudget.TOKENS);
        boolean cut = budget.fill(
                result.putArray("affected"),
                page,
                limit,
                AFFECTED_SHARE,
                each -> affected.json(each, uses.get(each.node().id())));
        if (cut) {
            result.put("nextCursor", CURSOR.at(from + result.get("affected").size()));
        }
        cut |= budget.fill(result.putArray("processes"), impact.processes(), PROCESSES, 1, AnalyzeImpact::node);
        result.put("truncated", cut || walk.truncated());
        hint(walk.start(), affected, column, uses).ifPresent(hint -> result.put("hint", hint));
        return new ToolResult(summary(result.get("id").asString(), affected, impact), result);
    }

    /** The table in Glue always has the column; what tells is the users within the tenant. */
    private static boolean followsColumn(Map<String, ColumnUse> uses) {
        boolean known = uses.entrySet().stream()
                .filter(use -> !use.getKey().startsWith(TableName.SCHEME))
                .allMatch(use -> use.getValue() == ColumnUse.UNKNOWN);
        boolean within = uses.keySet().stream().anyMatch(id -> !id.startsWith(TableName.SCHEME));
        return within ? !known : !uses.isEmpty();
    }

    static ObjectNode node(LineageNode node) {
        return JSON.createObjectNode()
                .put("id", node.id())
                .put("kind", node.kind())
                .put("label", SafeText.of(node.label(), LABEL_LENGTH));
    }

    private static Optional<String> hint(
            LineageNode start, Affected affected, Optional<String> column, Map<String, ColumnUse> uses) {
        if (KnownThings.holdsOthers(start.kind())) {
            return Optional.of(KnownThings.ASK_FOR_WHAT_IT_HOLDS);
        }
        if (affected.things().isEmpty()) {
            return Optional.of("Nothing discovered uses it; what reads it from outside Datasphere is not known here.");
        }
        if (column.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                !followsColumn(uses)
                        ? "No definition tells which columns its users take, so this is the impact of the whole object."
                        : "columnUse is known for direct users only; what lies beyond is the impact of the whole object. What"
                                + " is reached only through users that do not name the column is left out.");
    }

    private static String summary(String what, Affected affected, LineageImpact impact) {
        return what + ": " + affected.direct() + " directly and "
                + (affected.things().size() - affected.direct()) + " indirectly affected, "
                + affected.ofKind(LineageNode.GLUE_TABLE) + " Glue tables, "
                + impact.processes().size() + " processes";
    }
}
