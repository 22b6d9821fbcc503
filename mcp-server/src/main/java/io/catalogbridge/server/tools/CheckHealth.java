package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.server.doctor.Check;
import io.catalogbridge.server.doctor.Check.Verdict;
import io.catalogbridge.server.surface.SafeText;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolDefinition;
import io.catalogbridge.server.surface.ToolResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code check_health}: whether everything is ready, and what to do where it is not. */
final class CheckHealth implements Tool {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHECKS = 60;
    private static final int NAMED = 3;
    private static final int TEXT_LENGTH = 300;

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            "check_health",
            "Check health",
            "Tells whether store, mapping rules, Datasphere and Glue are ready, with a remedy for each problem; from what is"
                    + " known, or with live=true by asking both systems, which takes a while and changes nothing. Use it when a"
                    + " tool reports AUTH, FORBIDDEN, UNAVAILABLE or CONFIG, or before a first plan_sync.",
            Schemas.object(
                    List.of(),
                    Schemas.flag("live", "Ask the systems themselves: token, clock, spaces, permissions, rates.")),
            Schemas.object(
                    List.of("environment", "ready", "live", "checks", "truncated", "next"),
                    Schemas.text("environment", ""),
                    Schemas.flag("ready", "false if a check failed"),
                    Schemas.flag("live", ""),
                    Schemas.list(
                            "checks",
                            Schemas.object(
                                    List.of("name", "verdict", "message"),
                                    Schemas.text("name", ""),
                                    Schemas.text("verdict", "ok, warning, failed or skipped"),
                                    Schemas.text("message", ""),
                                    Schemas.text("remedy", ""))),
                    Schemas.flag("truncated", ""),
                    Schemas.text("next", "")),
            ToolDefinition.Effect.EXAMINE);

    private final ToolContext context;

    CheckHealth(ToolContext context) {
        this.context = context;
    }

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public ToolResult call(ToolCall call) {
        boolean live = call.arguments().flag("live");
        List<Check> checks = Stream.concat(
                        live ? examined(call.progress()).stream() : Stream.empty(),
                        new LastKnownState(context).checks().stream())
                .sorted(Comparator.comparingInt(CheckHealth::urgency))
                .toList();
        boolean ready = checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
        ObjectNode result = JSON.createObjectNode()
                .put("environment", context.environment())
                .put("ready", ready)
                .put("live", live);
        boolean cut = new ResultBudget().fill(result.putArray("checks"), checks, CHECKS, 1, CheckHealth::check);
        result.put("truncated", cut).put("next", next(checks, live));
        return new ToolResult(summary(checks, ready), result);
    }

    private List<Check> examined(Progress progress) {
        progress.stage("Checking both systems", -1);
        return context.examination().examine(check -> progress.advance(1)).checks();
    }

    /** What failed comes first. */
    private static int urgency(Check check) {
        return switch (check.verdict()) {
            case FAILED -> 0;
            case WARNING -> 1;
            case OK -> 2;
            case SKIPPED -> 3;
        };
    }

    private static ObjectNode check(Check check) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", SafeText.of(check.name(), TEXT_LENGTH))
                .put("verdict", check.verdict().label())
                .put("message", SafeText.of(check.message(), TEXT_LENGTH));
        return check.remedy().isEmpty() ? node : node.put("remedy", SafeText.of(check.remedy(), TEXT_LENGTH));
    }

    private static String next(List<Check> checks, boolean live) {
        if (checks.stream().anyMatch(check -> urgency(check) == 0)) {
            return "Tell the user what failed and its remedy; most remedies need a person.";
        }
        return live
                ? "Nothing failed; go on."
                : "Nothing failed as far as is known; live=true asks both systems themselves.";
    }

    private static String summary(List<Check> checks, boolean ready) {
        long warnings = checks.stream().filter(check -> urgency(check) == 1).count();
        long failed = checks.stream().filter(check -> urgency(check) == 0).count();
        String troubles = checks.stream()
                .filter(check -> urgency(check) <= 1)
                .limit(NAMED)
                .map(Check::name)
                .collect(Collectors.joining(", "));
        return (ready ? "Ready" : "Not ready") + ": " + failed + " checks failed, " + warnings + " warnings"
                + (troubles.isEmpty() ? "" : "; first " + troubles);
    }
}
