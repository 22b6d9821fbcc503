package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.CatalogIndex;
import io.catalogbridge.server.store.SearchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--kind", description = "Only this kind, such as view, analytic-model, space, table.")
    private @Nullable String kind;

    @Option(names = "--system", description = "Only this system: datasphere or glue.")
    private @Nullable String system;

    @Option(names = "--limit", defaultValue = "20", description = "Results per page, 1 to 200 (default: 20).")
    private int limit = 20;

    @Option(names = "--cursor", description = "Where the last page ended.")
    private @Nullable String cursor;

    @Override
    int run(Bridge bridge, Console console) {
        CatalogIndex.Page page = bridge.store().catalog().search(bridge.name(), query());
        if (options.json) {
            console.json(json(page));
        } else {
            print(page, console, bridge);
        }
        return ExitCodes.DONE;
    }

    private SearchQuery query() {
        try {
            return new SearchQuery(String.join(" ", words), kind, system, limit, cursor);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "see 'search --help'");
        }
    }

    static ObjectNode json(CatalogIndex.Page page) {
        ObjectNode node = JSON.createObjectNode().put("total", page.total());
        ArrayNode items = node.putArray("items");
        page.items().forEach(entry -> items.add(line(entry)));
        return node.put("nextCursor", page.nextCursor());
    }

    private static ObjectNode line(CatalogEntry entry) {
        return JSON.createObjectNode()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("name", entry.name())
                .put("label", entry.label())
                .put("system", entry.system())
                .put("container", entry.container())
                .put("description", entry.description())
                .put("counterpart", entry.counterpart());
    }

    private static void print(CatalogIndex.Page page, Console console, Bridge bridge) {
        if (page.total() == 0) {
            console.line(
                    bridge.store().catalog().facts(bridge.name()).isPresent()
                            ? "Nothing found. Fewer or shorter words find more; 'findings' lists what could not be read."
                            : "Nothing is known yet about environment " + bridge.name() + ": run 'plan' first.");
            return;
        }
        page.items().forEach(entry -> {
            console.line(entry.id() + "  [" + entry.kind() + "]" + (entry.label() == null ? "" : "  " + entry.label()));
            if (entry.description() != null) {
                console.line("    " + Texts.shortened(entry.description(), 110));
            }
        });
        console.line(page.items().size() + " of " + page.total()
                + (page.nextCursor() == null ? "" : "; more with --cursor " + page.nextCursor()));
    }
}
