package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.plan.Change;
import io.catalogbridge.mapping.plan.ChangeKind;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.PlanText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plan as people read it, within a number of bytes. However much is cut, the deletes are named. */
final class ReadablePlan {

    private static final int MOST_LINES = 2_000;
    private static final int FEWEST_LINES = 10;
    private static final int DELETES_NAMED = 30;

    private ReadablePlan() {}

    static String of(Plan plan, int bytes) {
        String whole = text(plan, MOST_LINES);
        if (plan.changes().size() <= MOST_LINES && fits(whole, bytes)) {
            return whole;
        }
        int lines = MOST_LINES;
        String note = note(plan);
        String text = whole;
        while (!fits(text + note, bytes) && lines > FEWEST_LINES) {
            lines = lines / 2;
            text = text(plan, lines);
        }
        return text + note;
    }

    private static String text(Plan plan, int lines) {
        return PlanText.render(plan, new PlanText.Options(false, false, lines));
    }

    private static boolean fits(String text, int bytes) {
        return text.getBytes(StandardCharsets.UTF_8).length <= bytes;
    }

    private static String note(Plan plan) {
        List<String> deletes = plan.changes().stream()
                .filter(change -> ChangeKind.of(change).action() == ChangeKind.Action.DELETE)
                .map(Change::subject)
                .toList();
        StringBuilder note = new StringBuilder("\nThis text is cut. Deletes: " + deletes.size());
        deletes.stream()
                .limit(DELETES_NAMED)
                .forEach(subject -> note.append("\n  - ").append(subject));
        if (deletes.size() > DELETES_NAMED) {
            note.append("\n  … and ").append(deletes.size() - DELETES_NAMED).append(" more");
        }
        return note.append("\nAll of it: catalog-bridge plan --full\n").toString();
    }
}
