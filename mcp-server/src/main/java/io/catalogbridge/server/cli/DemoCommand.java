package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.CatalogTarget;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.config.ConfigLoader;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.sync.ApplyResult;
import io.catalogbridge.server.sync.Planned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Carries a demo tenant into a Glue catalog on this machine: no account, nothing leaves it.")
final class DemoCommand extends BridgeCommand {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MODEL = "datasphere:SALES/SALES_ANALYTICS";
    private static final int COLUMNS_SHOWN = 7;

    @Override
    int run(Bridge bridge, Console console) {
        if (!bridge.name().equals(ConfigLoader.DOG)) {
            throw new UsageException("the demo runs in the sandbox only", "leave out --env, or use 'sync'");
        }
        try (ShownProgress progress = interruptible(console)) {
            return new Story(bridge, options.json ? quiet(console) : console, progress, options.repeated())
                    .tell(console, options.json);
        }
    }

    /** With {@code --json} the story is told on standard error, so that standard output holds JSON only. */
    private static Console quiet(Console console) {
        return new Console(console.err(), console.err(), console.errIsTerminal(), console.errIsTerminal());
    }

    /** The demo, step by step. */
    private record Story(Bridge bridge, Console console, ShownProgress shown, String suffix) {

        int tell(Console results, boolean json) {
            console.line(
                    "Catalog Bridge demo. A Datasphere tenant and an AWS endpoint run on this machine; no account is needed.");
            Planned first = plan("1. Discover the tenant and plan");
            Optional<ApplyResult> applied = apply(first);
            showModel(applied.isPresent());
            Planned second = plan(applied.isPresent() ? "4. Plan again" : "3. Plan again");
            console.line("   "
                    + (second.plan().empty()
                            ? "Nothing to do"
                            : second.plan().changes().size() + " changes") + ", found with "
                    + SyncTexts.calls(second.targetCalls().byOperation()) + ".");
            nextSteps();
            if (json) {
                results.json(json(first, applied, second));
            }
            return applied.map(SyncTexts::exitCode).orElse(ExitCodes.DONE);
        }

        private Planned plan(String title) {
            console.line("");
            console.line(title);
            Planned planned = bridge.engine().plan(DiscoveryScope.ALL, false, Actor.CLI, shown.progress());
            shown.finish();
            Map<String, Long> counts = bridge.store().catalog().counts(bridge.name());
            console.line(
                    "   Found " + counts.getOrDefault("datasphere/space", 0L) + " spaces with " + kinds(counts) + ".");
            Plan.Summary summary = planned.plan().summary();
            console.line("   Plan " + planned.plan().id() + ": " + summary.create() + " to create, " + summary.update()
                    + " to update, " + summary.delete() + " to delete, " + summary.unchanged() + " unchanged; "
                    + summary.findings() + " findings say what does not fit exactly.");
            return planned;
        }

        private static String kinds(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("datasphere/")
                            && !entry.getKey().endsWith("/space"))
                    .map(entry -> entry.getValue() + " × " + entry.getKey().substring("datasphere/".length()))
                    .collect(Collectors.joining(", "));
        }

        private Optional<ApplyResult> apply(Planned planned) {
            if (planned.plan().empty()) {
                console.line("   The catalog is up to date already; there is nothing to apply.");
                return Optional.empty();
            }
            console.line("");
            console.line("2. Apply exactly that plan");
            ApplyResult result = bridge.engine().apply(planned, Actor.CLI, shown.progress());
            shown.finish();
            console.line("   " + result.tally().applied() + " changes applied and verified, "
                    + (result.tally().conflicts()
                            + result.tally().rejected()
                            + result.tally().unknown())
                    + " not. Calls: " + SyncTexts.calls(result.calls().byOperation()) + ".");
            return Optional.of(result);
        }

        private void showModel(boolean applied) {
            Optional<CatalogEntry> model = bridge.store().catalog().find(bridge.name(), MODEL);
            Optional<TableName> name = model.map(CatalogEntry::counterpart).flatMap(TableName::parse);
            name.flatMap(this::tableInGlue).ifPresent(table -> {
                console.line("");
                console.line((applied ? "3. " : "2. ") + MODEL + ", as AWS sees it now");
                print(table);
            });
        }

        private Optional<GlueTable> tableInGlue(TableName name) {
            CatalogTarget target = bridge.target();
            return target.readTables(
                            target.readDatabases(false, Progress.NONE), List.of(name.database()), Progress.NONE)
                    .observation()
                    .catalog()
                    .table(name);
        }

        private void print(GlueTable table) {
            console.line("   Table " + table.name().database() + "."
                    + table.name().table() + ", " + table.columns().size() + " columns");
            table.description().lines().limit(2).forEach(line -> console.line("   " + Texts.shortened(line, 150)));
            Map<Boolean, List<GlueColumn>> byRole =
                    table.columns().stream().collect(Collectors.partitioningBy(Story::isMeasure));
            print("Measures", byRole.getOrDefault(true, List.of()));
            print("Dimensions and other columns", byRole.getOrDefault(false, List.of()));
        }

        private static boolean isMeasure(GlueColumn column) {
            return column.parameters().getOrDefault("catalogbridge.role", "").equals("measure");
        }

        private void print(String title, List<GlueColumn> columns) {
            console.line("   " + title);
            columns.stream().limit(COLUMNS_SHOWN).forEach(this::print);
            if (columns.size() > COLUMNS_SHOWN) {
                console.line("     and " + (columns.size() - COLUMNS_SHOWN) + " more");
            }
        }

        private void print(GlueColumn column) {
            console.line(String.format(
                    "     %-26s %-14s %s", column.name(), column.type().print(), Texts.shortened(meaning(column), 90)));
        }

        private static String meaning(GlueColumn column) {
            Map<String, String> parameters = column.parameters();
            String semantics = Stream.of(
                            parameters.getOrDefault("catalogbridge.aggregation", ""),
                            prefixed("currency in ", parameters.get("catalogbridge.currency")),
                            prefixed("unit in ", parameters.get("catalogbridge.unit")))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            return column.comment() + (semantics.isEmpty() ? "" : "  [" + semantics + "]");
        }

        private static String prefixed(String prefix, @Nullable String text) {
            return text == null ? "" : prefix + text;
        }

        private void nextSteps() {
            console.line("");
            console.line("Next:");
            next("search net revenue", "finds things by name, label, description, column");
            next("show " + MODEL, "tells everything known about one");
            next("findings", "says what could not be mapped exactly, and why");
            next("serve", "offers the same to an AI assistant, over MCP");
            next("sandbox", "keeps both systems running for other tools");
        }

        private void next(String command, String does) {
            console.line(String.format("   %-56s %s", "./catalog-bridge " + command + suffix, does));
        }

        private static ObjectNode json(Planned first, Optional<ApplyResult> applied, Planned second) {
            ObjectNode node = JSON.createObjectNode();
            node.set("plan", PlanJsonView.plan(first));
            node.set("run", applied.map(PlanJsonView::run).orElse(null));
            node.set("again", PlanJsonView.plan(second));
            return node;
        }
    }
}
