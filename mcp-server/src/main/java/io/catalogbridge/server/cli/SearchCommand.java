package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SearchCursor;
import io.catalogbridge.server.store.SearchFilter;
import io.catalogbridge.server.store.SearchQuery;
import io.catalogbridge.server.store.SearchResult;
import io.catalogbridge.server.store.SearchResult.Hit;
import io.catalogbridge.server.store.SearchResult.Match;
import io.catalogbridge.server.tools.SearchFilters;
import io.catalogbridge.server.tools.SearchNotes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds assets and tables by name, label, description or column, in both systems.")
final class SearchCommand extends BridgeCommand {

    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Words to look for; none lists everything.")
    private List<String> words = List.of();

    @ArgGroup(exclusive = false, heading = "Only entries that fit:%n")
    private FilterOptions filters = new FilterOptions();

    @Option(names = "--limit", defaultValue = "20", description = "Results per page, 1 to 200 (default: 20).")
    private int limit = 20;

    @Option(names = "--cursor", description = "Where the last page ended.")
    private @Nullable String cursor;

    private static final class FilterOptions {
        @Option(names = "--kind", description = "Of this kind, such as view, analytic-model, space, table.")
        private @Nullable String kind;

        @Option(names = "--system", description = "In this system: datasphere or glue.")
        private @Nullable String system;

        @Option(names = "--container", description = "In this space or database.")
        private @Nullable String container;

        @Option(names = "--owner", description = "Made or last changed by this user, where the tenant tells.")
        private @Nullable String owner;

        @Option(
                names = "--tag",
                description = "With this usage, status or exposure: fact, dimension, deployed, exposed, restricted…")
        private @Nullable String tag;

        @Option(
                names = "--semantic",
                description = "With such columns: measure, dimension, currency, unit, text, hierarchy.")
        private @Nullable String semantic;

        @Option(names = "--state", description = "In this state: in-glue, pending, conflict, drifted, not-mapped.")
        private @Nullable String state;

        @Option(names = "--changed-since", description = "Changed in the tenant on this day or later.")
        private @Nullable String changedSince;

        private SearchFilter filter() {
            return new SearchFilter(
                    system,
                    kind,
                    container,
                    owner,
                    tag,
                    semantic,
                    state == null ? null : SearchFilters.state(state),
                    changedSince == null ? null : SearchFilters.day(changedSince));
        }
    }

    @Override
    int run(Bridge bridge, Console console) {
        SearchQuery query = query();
        SearchResult result = result(bridge, query);
        if (options.json) {
            console.json(json(result, query.filter()));
        } else {
            print(result, query.filter(), console, bridge);
        }
        return ExitCodes.DONE;
    }

    private SearchQuery query() {
        try {
            return new SearchQuery(String.join(" ", words), filters.filter(), limit, cursor);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "see 'search --help'");
        }
    }

    private static SearchResult result(Bridge bridge, SearchQuery query) {
        try {
            return bridge.store().catalog().search(bridge.name(), query);
        } catch (SearchCursor.Stale e) {
            throw new UsageException(String.valueOf(e.getMessage()), "leave out --cursor");
        }
    }

    static ObjectNode json(SearchResult result, SearchFilter filter) {
        ObjectNode node =
                JSON.createObjectNode().put("total", result.total()).put("totalIsExact", result.totalIsExact());
        ArrayNode items = node.putArray("items");
        result.hits().forEach(hit -> items.add(item(hit)));
        ObjectNode facets = node.putObject("facets");
        counts(facets.putObject("system"), result.facets().systems());
        counts(facets.putObject("kind"), result.facets().kinds());
        counts(facets.putObject("container"), result.facets().containers());
        texts(node.putArray("notes"), SearchNotes.of(result, filter));
        texts(
                node.putArray("closest"),
                result.nothing() == null ? List.of() : result.nothing().closest());
        return node.put("nextCursor", result.nextCursor());
    }

    private static ObjectNode item(Hit hit) {
        CatalogEntry entry = hit.entry();
        ObjectNode node = JSON.createObjectNode()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("name", entry.name())
                .put("label", entry.label())
                .put("system", entry.system())
                .put("container", entry.container())
                .put("description", entry.description())
                .put("counterpart", entry.counterpart())
                .put("state", hit.state().label());
        ArrayNode matched = node.putArray("matched");
        hit.matches().forEach(match -> {
            ObjectNode each = matched.addObject().put("in", match.field());
            texts(each.putArray("words"), match.words());
            texts(each.putArray("columns"), match.columns());
        });
        return node;
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void print(SearchResult result, SearchFilter filter, Console console, Bridge bridge) {
        if (result.nothing() != null
                && bridge.store().catalog().facts(bridge.name()).isEmpty()) {
            console.line("Nothing is known yet about environment " + bridge.name() + ": run 'plan' first.");
            return;
        }
        result.hits().forEach(hit -> hit(hit, console));
        SearchNotes.of(result, filter).forEach(console::line);
        if (result.nothing() == null) {
            console.line(result.hits().size() + " of " + result.total() + (result.totalIsExact() ? "" : "+")
                    + (result.nextCursor() == null ? "" : "; more with --cursor " + result.nextCursor()));
        } else if (!result.nothing().closest().isEmpty()) {
            console.line("Close to it: "
                    + Texts.plain(String.join(", ", result.nothing().closest())));
        }
    }

    private static void hit(Hit hit, Console console) {
        CatalogEntry entry = hit.entry();
        console.line(Texts.plain(entry.id()) + "  [" + entry.kind() + "]"
                + (entry.label() == null ? "" : "  " + Texts.plain(entry.label())));
        if (entry.description() != null) {
            console.line("    " + Texts.shortened(entry.description(), 110));
        }
        hit.matches().stream()
                .filter(match -> match.field().equals("columns"))
                .map(Match::columns)
                .forEach(columns -> console.line(
                        "    columns: " + Texts.shortened(columns.stream().collect(Collectors.joining(", ")), 100)));
    }
}
