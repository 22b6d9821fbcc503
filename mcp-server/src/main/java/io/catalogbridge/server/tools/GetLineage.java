package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.lineage.LineageEdge;
import io.catalogbridge.mapping.lineage.LineageGraph;
import io.catalogbridge.mapping.lineage.LineageNode;
import io.catalogbridge.mapping.lineage.LineageWalk;
import io.catalogbridge.mapping.lineage.LineageWalk.Reached;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code get_lineage}: where data comes from and where it goes, object by object. */
final class GetLineage implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEFAULT_DEPTH = 3;
    private static final int MAX_DEPTH = 10;
    private static final int DEFAULT_LIMIT = 40;
    private static final int MAX_LIMIT = 100;
    private static final int LABEL_LENGTH = 80;
    private static final double NODES_SHARE = 0.5;
    private static final List<String> DIRECTIONS = List.of("upstream", "downstream", "both");

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "get_lineage",
            "Get lineage",
            "Follows data from a Datasphere asset or Glue table: upstream to where it comes from, source systems included,"
                    + " downstream to what uses it, Glue tables included. Derived from the definitions. Use it for \"where does"
                    + " this come from\" and \"what breaks if this changes\"; ids come from search_assets. An edge with"
                    + " resolved=false may carry data, but a script or a missing definition hides it.",
            Schemas.object(
                    List.of("id"),
                    Schemas.text(
                            "id", "Such as datasphere:SPACE/NAME, glue:database/table or external:CONNECTION/OBJECT."),
                    Schemas.choice("direction", "Default: both.", DIRECTIONS),
                    Schemas.whole("depth", "Steps to follow.", 1, MAX_DEPTH, DEFAULT_DEPTH),
                    Schemas.whole("limit", "Objects per direction.", 1, MAX_LIMIT, DEFAULT_LIMIT)),
            Schemas.object(
                    List.of("start", "nodes", "edges", "unresolved", "truncated"),
                    Schemas.object("start", thing()),
                    Schemas.list(
                            "nodes",
                            Schemas.object(
                                    List.of("id", "kind", "label", "direction", "distance"),
                                    Schemas.text("id", ""),
                                    Schemas.text("kind", ""),
                                    Schemas.text("label", ""),
                                    Schemas.text("direction", ""),
                                    Schemas.count("distance"),
                                    Schemas.flag("discovered", "false if only a reference to it is known"))),
                    Schemas.list(
                            "edges",
                            Schemas.object(
                                    List.of("from", "to", "kind", "resolved"),
                                    Schemas.text("from", ""),
                                    Schemas.text("to", ""),
                                    Schemas.text("kind", "reads, loads, runs, maps-to"),
                                    Schemas.text("via", "the flow that loads"),
                                    Schemas.flag("resolved", ""))),
                    Schemas.count("unresolved"),
                    Schemas.flag("truncated", "true if there is more than is shown"),
                    Schemas.text("hint", "")),
            ToolDefinition.Effect.READ);

    private final KnownThings things;
    private final StoredLineage lineage;

    GetLineage(ToolContext context, StoredLineage lineage) {
        this.things = new KnownThings(context);
        this.lineage = lineage;
    }

    private static Map<String, Object> thing() {
        return Schemas.object(
                List.of("id", "kind", "label"),
                Schemas.text("id", ""),
                Schemas.text("kind", ""),
                Schemas.text("label", ""));
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        ToolArguments arguments = call.arguments();
        String wanted = arguments.text("id");
        String direction = arguments.choice("direction", "both", DIRECTIONS);
        int depth = arguments.whole("depth", DEFAULT_DEPTH, 1, MAX_DEPTH);
        int limit = arguments.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        LineageGraph graph = lineage.graph().orElseThrow(() -> things.unknown(wanted));
        String id = graph.node(wanted).isPresent() ? wanted : KnownThings.normalised(wanted);
        LineageNode start = graph.node(id).orElseThrow(() -> things.unknown(wanted));
        Stream<Walked> up = direction.equals("downstream")
                ? Stream.empty()
                : graph.upstream(id, depth, limit).stream().map(walk -> new Walked("upstream", walk));
        Stream<Walked> down = direction.equals("upstream")
                ? Stream.empty()
                : graph.downstream(id, depth, limit).stream().map(walk -> new Walked("downstream", walk));
        return render(start, Stream.concat(up, down).toList());
    }

    private record Walked(String direction, LineageWalk walk) {}

    private record Found(String direction, Reached reached) {}

    private static ToolResult render(LineageNode start, List<Walked> walks) {
        List<Found> found = walks.stream()
                .flatMap(walked ->
                        walked.walk().reached().stream().map(reached -> new Found(walked.direction(), reached)))
                .toList();
        List<LineageEdge> edges = walks.stream()
                .flatMap(walked -> walked.walk().edges().stream())
                .distinct()
                .toList();
        long unresolved = edges.stream().filter(edge -> !edge.resolved()).count();
        ResultBudget budget = new ResultBudget();
        ObjectNode result = JSON.createObjectNode();
        result.set("start", thing(start));
        boolean cut = budget.fill(result.putArray("nodes"), found, Integer.MAX_VALUE, NODES_SHARE, GetLineage::node);
        cut |= budget.fill(result.putArray("edges"), edges, Integer.MAX_VALUE, 1, GetLineage::edge);
        cut |= walks.stream().anyMatch(walked -> walked.walk().truncated());
        result.put("unresolved", unresolved).put("truncated", cut);
        hint(start, found, cut).ifPresent(hint -> result.put("hint", hint));
        return new ToolResult(summary(start, walks, unresolved, cut), result);
    }

    private static ObjectNode thing(LineageNode node) {
        return JSON.createObjectNode()
                .put("id", node.id())
                .put("kind", node.kind())
                .put("label", SafeText.of(node.label(), LABEL_LENGTH));
    }

    private static ObjectNode node(Found found) {
        LineageNode node = found.reached().node();
        ObjectNode json = thing(node)
                .put("direction", found.direction())
                .put("distance", found.reached().distance());
        return node.discovered() ? json : json.put("discovered", false);
    }

    private static ObjectNode edge(LineageEdge edge) {
        ObjectNode json = JSON.createObjectNode()
                .put("from", edge.from())
                .put("to", edge.to())
                .put("kind", edge.kind().label())
                .put("resolved", edge.resolved());
        String via = edge.via().text();
        return via.equals(edge.from()) || via.equals(edge.to()) ? json : json.put("via", via);
    }

    private static Optional<String> hint(LineageNode start, List<Found> found, boolean cut) {
        if (cut) {
            return Optional.of(
                    "Ask for one direction or fewer steps to see the rest near the start; go on from a far node to see what is beyond.");
        }
        if (!found.isEmpty()) {
            return Optional.empty();
        }
        if (KnownThings.holdsOthers(start.kind())) {
            return Optional.of(KnownThings.ASK_FOR_WHAT_IT_HOLDS);
        }
        return Optional.of(
                start.discovered()
                        ? "Its definition names no source, and nothing discovered uses it."
                        : "Only references to it are known; its space may not have been discovered.");
    }

    private static String summary(LineageNode start, List<Walked> walks, long unresolved, boolean cut) {
        StringBuilder text = new StringBuilder(start.id()).append(':');
        walks.forEach(walked -> text.append(' ')
                .append(walked.walk().reached().size())
                .append(' ')
                .append(walked.direction()));
        return text.append(unresolved == 0 ? "" : ", " + unresolved + " edges unresolved")
                .append(cut ? ", truncated" : "")
                .toString();
    }
}
