package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.FoundConflict.State;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "conflicts",
        mixinStandardHelpOptions = true,
        description = "Lists what the last plan left to a person, and what was decided. Asks no other system.")
final class ConflictsCommand extends BridgeCommand {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 1_000;

    /** Which conflicts are listed. */
    enum Shown {
        OPEN,
        DECIDED,
        SETTLED,
        ALL
    }

    @Option(names = "--space", paramLabel = "S", description = "Only those of this space.")
    private @Nullable String space;

    @Option(names = "--database", paramLabel = "D", description = "Only those of this database of Glue.")
    private @Nullable String database;

    @Option(
            names = "--state",
            defaultValue = "open",
            description =
                    "open (the default), decided (the next plan obeys), settled (no plan finds it any more) or all.")
    private Shown state = Shown.OPEN;

    @Option(names = "--limit", defaultValue = "100", description = "Most conflicts to print (default: 100).")
    private int limit = 100;

    @Option(names = "--cursor", description = "Where the page before ended, as printed there.")
    private @Nullable String cursor;

    @Override
    int run(Bridge bridge, Console console) {
        requireSense();
        Conflicts.Page page = page(bridge);
        if (options.json) {
            console.json(json(page));
        } else {
            page.items().forEach(conflict -> ConflictView.lines(conflict).forEach(console::line));
            console.line(page.items().size() + " of " + page.total() + " conflicts"
                    + (page.nextCursor() == null ? "" : "; next: --cursor " + page.nextCursor()));
        }
        return ExitCodes.DONE;
    }

    private void requireSense() {
        if (limit < 1 || limit > MOST) {
            throw new UsageException("limit must be from 1 to " + MOST + ", not " + limit, "see 'conflicts --help'");
        }
        if (space != null && database != null) {
            throw new UsageException("--space and --database exclude each other", "give one of them");
        }
    }

    private Conflicts.Page page(Bridge bridge) {
        Optional<State> only = state == Shown.ALL ? Optional.empty() : Optional.of(State.valueOf(state.name()));
        try {
            return bridge.store()
                    .conflicts()
                    .page(bridge.name(), new Conflicts.Query(container(bridge), only, limit, cursor));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "leave out --cursor to begin anew");
        }
    }

    private Optional<String> container(Bridge bridge) {
        return space == null
                ? Optional.ofNullable(database).map(name -> name.toLowerCase(Locale.ROOT))
                : Optional.of(databaseOf(space, bridge));
    }

    private static String databaseOf(String space, Bridge bridge) {
        CatalogEntry entry = bridge.store()
                .catalog()
                .find(bridge.name(), AssetId.SCHEME + space)
                .orElseThrow(() -> new UsageException(
                        "nothing is known of a space " + space,
                        "names of spaces are in capitals; 'plan' discovers them"));
        String counterpart = entry.counterpart();
        return counterpart == null ? "" : counterpart.substring(TableName.SCHEME.length());
    }

    private static ObjectNode json(Conflicts.Page page) {
        ObjectNode node = JSON.createObjectNode().put("total", page.total());
        ArrayNode items = node.putArray("items");
        page.items().forEach(conflict -> items.add(ConflictView.json(conflict)));
        return node.put("nextCursor", page.nextCursor());
    }
}
