package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.FoundConflict;
import io.catalogbridge.server.store.FoundConflict.State;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code list_conflicts}: what a person must decide, and what was decided, from the store alone. */
final class ListConflicts implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 50;
    private static final String ALL = "all";

    private static final List<String> STATES = Stream.concat(
                    Arrays.stream(State.values()).map(State::label), Stream.of(ALL))
            .toList();

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "list_conflicts",
            "List conflicts",
            "Lists what the last plan left to a person: fields that both somebody in Glue and the source changed, and objects"
                    + " of others that are in the way; with the values on all sides and decisions already taken. Show them to"
                    + " the user; resolve_conflict stores what they decide. Calls no other system.",
            Schemas.object(
                    List.of(),
                    Schemas.text("space", "Technical name of a space of Datasphere."),
                    Schemas.text("database", "Name of a database of Glue."),
                    Schemas.choice("state", "Default: open.", STATES),
                    Schemas.whole("limit", "", 1, MAX_LIMIT, DEFAULT_LIMIT),
                    Schemas.text("cursor", "nextCursor of the page before.")),
            Schemas.object(
                    List.of("total", "open", "decided", "items", "next"),
                    Schemas.count("total"),
                    Schemas.count("open"),
                    Schemas.count("decided"),
                    Schemas.list("items", ConflictJson.schema()),
                    Schemas.text("nextCursor", ""),
                    Schemas.text("next", "")),
            ToolDefinition.Effect.READ);

    private final ToolContext context;

    ListConflicts(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        int limit = call.arguments().whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        Conflicts.Query query = query(call.arguments(), limit);
        Conflicts.Page page = page(query);
        if (page.total() == 0) {
            query.container().ifPresent(this::requireKnown);
        }
        long open = context.store().conflicts().count(context.environment(), State.OPEN);
        ObjectNode result = JSON.createObjectNode()
                .put("total", page.total())
                .put("open", open)
                .put("decided", context.store().conflicts().count(context.environment(), State.DECIDED));
        ArrayNode items = result.putArray("items");
        boolean cut = new ResultBudget().fill(items, page.items(), limit, 1, ConflictJson::of);
        result.put("nextCursor", cut ? cursor(page.items().get(items.size() - 1)) : page.nextCursor());
        result.put("next", next(open, page, query));
        String text = items.size() + " of " + page.total() + " conflicts";
        return new ToolResult(items.isEmpty() ? text + ". " + result.get("next").asString() : text, result);
    }

    private static String cursor(FoundConflict last) {
        return Conflicts.cursor(last);
    }

    private Conflicts.Page page(Conflicts.Query query) {
        try {
            return context.store().conflicts().page(context.environment(), query);
        } catch (IllegalArgumentException e) {
            throw ToolFailure.invalid(String.valueOf(e.getMessage()));
        }
    }

    private Conflicts.Query query(ToolArguments arguments, int limit) {
        String state = arguments.choice("state", State.OPEN.label(), STATES);
        return new Conflicts.Query(
                container(arguments.optionalText("space"), arguments.optionalText("database")),
                Arrays.stream(State.values())
                        .filter(each -> each.label().equals(state))
                        .findFirst(),
                limit,
                arguments.optionalText("cursor"));
    }

    private Optional<String> container(@Nullable String space, @Nullable String database) {
        if (space != null && database != null) {
            throw ToolFailure.invalid("give either 'space' or 'database', not both");
        }
        if (space != null) {
            return Optional.of(databaseOf(space));
        }
        return Optional.ofNullable(database)
                .map(name -> name.startsWith(TableName.SCHEME) ? name.substring(TableName.SCHEME.length()) : name)
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** A space that has no database in Glue has no conflicts there. */
    private String databaseOf(String space) {
        String id = space.startsWith(AssetId.SCHEME) ? space : AssetId.SCHEME + space;
        String counterpart = new KnownThings(context).require(id).counterpart();
        return counterpart == null ? "" : counterpart.substring(TableName.SCHEME.length());
    }

    private void requireKnown(String database) {
        if (!database.isEmpty()) {
            new KnownThings(context).require(TableName.SCHEME + database);
        }
    }

    private String next(long open, Conflicts.Page page, Conflicts.Query query) {
        if (page.total() == 0 && open > 0 && query.container().isPresent()) {
            return "None is here; " + open + " open ones are elsewhere: leave out space and database to see them.";
        }
        if (open > 0) {
            return context.permission() == ToolContext.WritePermission.NEVER
                    ? "The environment is read-only: a person decides at the command line of one that is not."
                    : "Ask the user about each; resolve_conflict stores the answer and the next plan_sync obeys it.";
        }
        return page.total() > 0
                ? "Nothing waits for a decision; plan_sync obeys those taken."
                : "Nothing is in conflict as far as the last plan saw; plan_sync looks again.";
    }
}
