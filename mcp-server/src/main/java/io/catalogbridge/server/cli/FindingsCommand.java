package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.server.bridge.Bridge;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = "Lists what could not be read or mapped exactly, and why, the gravest first.")
final class FindingsCommand extends BridgeCommand {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--severity", description = "Only this severity: error, warning or info.")
    private Finding.@Nullable Severity severity;

    @Option(names = "--code", description = "Only this kind of finding, such as type-lossy.")
    private @Nullable String code;

    @Option(names = "--limit", defaultValue = "100", description = "Most findings to print (default: 100).")
    private int limit = 100;

    @Override
    int run(Bridge bridge, Console console) {
        if (limit < 1) {
            throw new UsageException("limit must be at least 1, not " + limit, "see 'findings --help'");
        }
        List<Finding> all = bridge.store().catalog().findings(bridge.name()).stream()
                .filter(finding -> severity == null || finding.severity() == severity)
                .filter(finding -> code == null || finding.code().equals(code))
                .toList();
        List<Finding> shown = all.stream().limit(limit).toList();
        if (options.json) {
            console.json(json(all.size(), shown));
        } else {
            shown.forEach(finding -> print(finding, console));
            console.line(shown.size() + " of " + all.size() + " findings");
        }
        return ExitCodes.DONE;
    }

    private static ObjectNode json(int total, List<Finding> findings) {
        ObjectNode node = JSON.createObjectNode().put("total", total);
        ArrayNode items = node.putArray("items");
        findings.forEach(finding -> items.addObject()
                .put("severity", finding.severity().label())
                .put("code", finding.code())
                .put("subject", finding.subject())
                .put("message", finding.message())
                .put("remedy", finding.remedy()));
        return node;
    }

    private static void print(Finding finding, Console console) {
        console.line(finding.severity().label() + "  " + finding.code() + "  " + Texts.plain(finding.subject()));
        console.line("    " + Texts.plain(finding.message()));
        if (!finding.remedy().isEmpty()) {
            console.line("    What to do: " + Texts.plain(finding.remedy()));
        }
    }
}
