package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SearchQuery;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows everything known about an asset, a table, a space or a database.")
final class ShowCommand extends BridgeCommand {

    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(
            paramLabel = "ASSET_ID",
            description = "Such as datasphere:SALES/ORDERS or glue:datasphere_sales_dog/orders.")
    private String id = "";

    @Override
    int run(Bridge bridge, Console console) {
        CatalogEntry entry = bridge.store().catalog().find(bridge.name(), id).orElseThrow(() -> unknown(bridge));
        if (options.json) {
            console.json(json(entry));
        } else {
            new EntryText(console).print(entry, JSON.readTree(entry.detail()));
        }
        return ExitCodes.DONE;
    }

    private UsageException unknown(Bridge bridge) {
        String words = id.replaceAll("^[a-z]+:", "").replace('/', ' ');
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

    private static JsonNode json(CatalogEntry entry) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("system", entry.system())
                .put("name", entry.name())
                .put("container", entry.container())
                .put("counterpart", entry.counterpart());
        node.setAll((ObjectNode) JSON.readTree(entry.detail()));
        return node;
    }
}
