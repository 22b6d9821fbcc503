package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.mapping.rules.ParameterKey;
import io.catalogbridge.server.rules.RuleVersion;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.CatalogIndex.Page;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code get_mappings}: what became of what. */
final class GetMappings implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final int FINDINGS = 20;
    private static final int VERSIONS = 3;
    private static final int PATTERNS = 20;
    private static final int TEXT_LENGTH = 200;
    private static final double FINDINGS_SHARE = 0.3;
    private static final String DATASPHERE = "datasphere:";

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "get_mappings",
            "Get mappings",
            "Shows how Datasphere maps to Glue. With the id of an asset or table: its counterpart, every column with the type"
                    + " on both sides, and what could not be mapped exactly. With the id of a space or database: its counterpart"
                    + " and what it holds. Without id: the rules in force with version and last edits, and all assets with their tables, page by page. Use it"
                    + " to find out what to query in Athena, or why something looks different there.",
            Schemas.object(
                    List.of(),
                    Schemas.text(
                            "id",
                            "Such as datasphere:SPACE/NAME, datasphere:SPACE, glue:database/table, glue:database."),
                    Schemas.whole("limit", "Assets per page.", 1, MAX_LIMIT, DEFAULT_LIMIT),
                    Schemas.text("cursor", "nextCursor of the page before.")),
            Schemas.object(
                    List.of("environment", "truncated"),
                    Schemas.text("environment", ""),
                    Schemas.object(
                            "rules",
                            Schemas.open(
                                    List.of("version", "databasePattern", "exclude", "columnComments", "history"),
                                    Schemas.flag("jobs", "whether processes become Glue jobs, as configured"),
                                    Schemas.texts("exclude", "patterns of what is left out"))),
                    Schemas.object("mapping", pair()),
                    Schemas.list(
                            "columns",
                            Schemas.open(
                                    List.of("name", "type"),
                                    Schemas.text("source", "name in Datasphere"),
                                    Schemas.text("name", "name in Glue"),
                                    Schemas.text("role", "dimension or measure"))),
                    Schemas.list("findings", Schemas.open(List.of("severity", "code", "subject", "message"))),
                    Schemas.count("total"),
                    Schemas.list("pairs", pair()),
                    Schemas.text("nextCursor", "absent on the last page"),
                    Schemas.flag("truncated", ""),
                    Schemas.text("hint", "")),
            ToolDefinition.Effect.READ);

    private final ToolContext context;
    private final KnownThings things;

    GetMappings(ToolContext context) {
        this.context = context;
        this.things = new KnownThings(context);
    }

    private static Map<String, Object> pair() {
        return Schemas.open(List.of("id", "kind"), Schemas.text("mapsTo", "absent if it has no counterpart"));
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        String id = call.arguments().optionalText("id");
        ObjectNode result = JSON.createObjectNode().put("environment", context.environment());
        if (id == null) {
            rules(result.putObject("rules"));
            return listing(call.arguments(), DATASPHERE, "environment " + context.environment(), result);
        }
        CatalogEntry entry = things.require(id);
        result.set("mapping", pair(entry));
        return holdsOthers(entry)
                ? listing(call.arguments(), entry.id() + "/", entry.id(), result)
                : detail(entry, result);
    }

    private static boolean holdsOthers(CatalogEntry entry) {
        return entry.container().isEmpty();
    }

    private void rules(ObjectNode node) {
        RuleVersion version = context.rules().current();
        MappingRules rules = context.rules().rules(version);
        node.put("version", version.number())
                .put("databasePattern", rules.databasePattern())
                .put("jobs", rules.jobs().isPresent())
                .put("columnComments", rules.comments().label());
        ArrayNode exclude = node.putArray("exclude");
        rules.exclusions().patterns().stream().limit(PATTERNS).forEach(exclude::add);
        ArrayNode history = node.putArray("history");
        context.rules().history(VERSIONS).forEach(each -> EditMapping.into(history.addObject(), each));
    }

    private ToolResult listing(ToolArguments arguments, String beginning, String what, ObjectNode result) {
        int limit = arguments.whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        String cursor = arguments.optionalText("cursor");
        Page page = page(beginning, cursor, limit);
        boolean cut = ResultBudget.after(result, ResultBudget.TOKENS)
                .fill(result.putArray("pairs"), page.items(), limit, 1, GetMappings::pair);
        int shown = result.get("pairs").size();
        result.put("total", page.total())
                .put("nextCursor", cut ? page(beginning, cursor, shown).nextCursor() : page.nextCursor())
                .put("truncated", cut);
        if (page.total() == 0) {
            result.put("hint", "Nothing has been discovered here; plan_sync discovers the tenant.");
        }
        return new ToolResult(shown + " of " + page.total() + " objects of " + what, result);
    }

    private Page page(String beginning, @Nullable String cursor, int limit) {
        try {
            return context.store().catalog().startingWith(context.environment(), beginning, cursor, limit);
        } catch (IllegalArgumentException e) {
            throw ToolFailure.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode pair(CatalogEntry entry) {
        return JSON.createObjectNode()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("label", SafeText.of(entry.label(), TEXT_LENGTH))
                .put("mapsTo", entry.counterpart());
    }

    private ToolResult detail(CatalogEntry entry, ObjectNode result) {
        Optional<CatalogEntry> table = table(entry);
        List<JsonNode> columns = table.map(GetMappings::columns).orElse(List.of());
        List<Finding> findings = context.store().catalog().findings(context.environment(), asset(entry));
        ResultBudget budget = new ResultBudget();
        boolean cut =
                budget.fill(result.putArray("findings"), findings, FINDINGS, FINDINGS_SHARE, GetMappings::finding);
        cut |= budget.fill(result.putArray("columns"), columns, Integer.MAX_VALUE, 1, GetMappings::column);
        result.put("truncated", cut);
        if (table.isEmpty()) {
            result.put("hint", "It has no table of its own in Glue; see its findings and get_lineage.");
        }
        return new ToolResult(summary(entry, columns.size(), findings.size()), result);
    }

    private Optional<CatalogEntry> table(CatalogEntry entry) {
        return entry.system().equals("glue")
                ? Optional.of(entry)
                : Optional.ofNullable(entry.counterpart()).flatMap(things::find);
    }

    private static List<JsonNode> columns(CatalogEntry table) {
        return JSON.readTree(table.detail()).path("columns").valueStream().toList();
    }

    /** Findings are about what was discovered. */
    private static String asset(CatalogEntry entry) {
        String counterpart = entry.counterpart();
        return entry.system().equals("glue") && counterpart != null ? counterpart : entry.id();
    }

    private static ObjectNode column(JsonNode column) {
        JsonNode parameters = column.path("parameters");
        ObjectNode node = JSON.createObjectNode();
        copy(parameters, ParameterKey.NAME.key(), node, "source");
        copy(parameters, ParameterKey.TYPE.key(), node, "sourceType");
        node.put("name", column.path("name").asString(""));
        node.put("type", SafeText.of(column.path("type").asString(""), TEXT_LENGTH));
        copy(parameters, ParameterKey.ROLE.key(), node, "role");
        copy(column, "comment", node, "comment");
        return node;
    }

    private static void copy(JsonNode from, String field, ObjectNode to, String name) {
        if (from.has(field)) {
            to.put(name, SafeText.of(from.get(field).asString(""), TEXT_LENGTH));
        }
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JSON.createObjectNode()
                .put("severity", finding.severity().label())
                .put("code", finding.code())
                .put("subject", finding.subject())
                .put("message", SafeText.of(finding.message(), TEXT_LENGTH));
        return finding.remedy().isEmpty() ? node : node.put("remedy", SafeText.of(finding.remedy(), TEXT_LENGTH));
    }

    private static String summary(CatalogEntry entry, int columns, int findings) {
        String counterpart = entry.counterpart();
        return entry.id() + (counterpart == null ? " has no counterpart" : " ↔ " + counterpart) + ", " + columns
                + " columns, " + findings + " findings";
    }
}
