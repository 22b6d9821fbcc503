package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SearchQuery;
import io.catalogbridge.server.sync.EntryJson;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows everything known about an asset, a table, one of their columns, a space or a database.")
final class ShowCommand extends BridgeCommand {

    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(
            paramLabel = "ASSET_ID",
            description = "Such as datasphere:SALES/ORDERS, datasphere:SALES/ORDERS#AMOUNT or"
                    + " glue:datasphere_sales_dog/orders.")
    private String id = "";

    @Override
    int run(Bridge bridge, Console console) {
        ObjectNode found = entry(bridge, id).or(() -> column(bridge)).orElseThrow(() -> unknown(bridge));
        if (options.json) {
            console.json(found);
        } else {
            new EntryText(console).print(found);
        }
        return ExitCodes.DONE;
    }

    private static Optional<ObjectNode> entry(Bridge bridge, String id) {
        return bridge.store().catalog().find(bridge.name(), id).map(EntryJson::of);
    }

    /** What stands after the number sign is a column of what stands before it. */
    private Optional<ObjectNode> column(Bridge bridge) {
        int sign = id.indexOf('#');
        return sign < 0
                ? Optional.empty()
                : entry(bridge, id.substring(0, sign)).flatMap(owner -> column(owner, id.substring(sign + 1)));
    }

    private Optional<ObjectNode> column(ObjectNode owner, String name) {
        return owner.path("columns")
                .valueStream()
                .filter(column -> column.path("name").asString("").equals(name))
                .findFirst()
                .map(column -> describe((ObjectNode) column, owner, name));
    }

    private ObjectNode describe(ObjectNode column, ObjectNode owner, String name) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", id)
                .put("kind", "column")
                .put("system", owner.path("system").asString())
                .put("name", name)
                .put("container", owner.path("id").asString())
                .putNull("counterpart");
        node.setAll(column);
        return node;
    }

    private UsageException unknown(Bridge bridge) {
        String words = id.replaceAll("^[a-z]+:", "").replaceAll("[/#]", " ");
        String close =
                bridge
                        .store()
                        .catalog()
                        .search(bridge.name(), new SearchQuery(words, null, null, 3, null))
                        .items()
                        .stream()
                        .map(CatalogEntry::id)
                        .collect(Collectors.joining(", "));
        return new UsageException(
                "nothing called " + Texts.plain(id) + " is known in environment " + bridge.name(),
                close.isEmpty() ? "run 'plan' to discover, or 'search' to look around" : "close to it: " + close);
    }
}
