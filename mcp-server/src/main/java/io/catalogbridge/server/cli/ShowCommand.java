package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.SearchQuery;
import io.catalogbridge.server.sync.EntryJson;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

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
            console.json(EntryJson.of(entry));
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
}
