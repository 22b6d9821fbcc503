package io.catalogbridge.server.cli;

import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.server.sync.ApplyResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What commands say about plans and runs, in plain words. */
final class SyncTexts {

    private static final int SHOWN = 20;

    private SyncTexts() {}

    static void gaps(List<Gap> gaps, Console console) {
        if (gaps.isEmpty()) {
            return;
        }
        console.line("Not everything could be read, so nothing will be deleted:");
        gaps.stream()
                .limit(SHOWN)
                .forEach(gap -> console.line("  " + Texts.plain(gap.subject()) + ": " + Texts.plain(gap.reason())));
        if (gaps.size() > SHOWN) {
            console.line("  and " + (gaps.size() - SHOWN) + " more (see 'status')");
        }
    }

    static void run(ApplyResult result, Console console) {
        console.line("Run " + result.runId() + ": " + result.outcome().label() + ". "
                + result.tally().applied()
                + " applied, " + result.tally().conflicts() + " conflicts, "
                + result.tally().rejected() + " rejected, " + result.tally().unknown() + " unknown.");
        console.line("Calls to Glue: " + calls(result.calls().byOperation()));
        result.notApplied()
                .forEach(change -> console.line(
                        "  " + change.outcome() + "  " + change.subject() + ": " + Texts.plain(change.message())));
        result.different().forEach(difference -> console.line("  not as written  " + Texts.plain(difference)));
    }

    static String calls(Map<String, Long> calls) {
        return calls.isEmpty()
                ? "none"
                : calls.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** The exit code of a run: conflicts are a person's to decide, everything else not applied is a failure. */
    static int exitCode(ApplyResult result) {
        boolean failed = result.tally().rejected() > 0
                || result.tally().unknown() > 0
                || !result.different().isEmpty();
        if (result.tally().conflicts() > 0) {
            return ExitCodes.DECISION;
        }
        return failed ? ExitCodes.FAILED : ExitCodes.DONE;
    }
}
