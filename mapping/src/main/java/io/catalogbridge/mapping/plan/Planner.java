package io.catalogbridge.mapping.plan;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares what should be with what is and with what we last wrote, and says what is to be done. Pure: equal inputs give equal
 * plans, whatever the order of lists. Linear in the number of tables and columns.
 *
 * <p>Works in the conservative direction: objects without our marker are never changed (unless the policy adopts them),
 * nothing is deleted or given up while anything could not be read, texts that people edited stay.
 */
public final class Planner {

    private Planner() {}

    /**
     * The databases whose tables must be read before planning: those in scope whose digest is not what it should be, or whose
     * tables we remember otherwise than they should be. If everything was read, also those of ours that are no longer desired
     * and may still hold tables of ours.
     *
     * @param input  read without tables
     * @param verify ask for all databases of ours in scope, to find what others changed
     */
    public static SortedSet<String> databasesToRead(PlanInput input, boolean verify) {
        SortedSet<String> names = new TreeSet<>();
        for (DatabaseSides database : DatabaseSides.of(input)) {
            boolean ours = database.current()
                    .filter(each -> input.mayChange(each.owner()))
                    .isPresent();
            if (ours && (verify || !database.settled())) {
                names.add(database.name());
            }
        }
        return names;
    }

    /** Plans from a reading that holds the tables of all {@link #databasesToRead}; databases not read keep their tables. */
    public static Planning plan(PlanInput input) {
        PlanDraft draft = new PlanDraft(input);
        Doubts doubts = new Doubts(input);
        for (DatabaseSides database : DatabaseSides.of(input)) {
            new DatabasePlanner(input, draft, doubts, database).plan();
        }
        if (input.current().jobsRead()) {
            new JobPlanner(input, draft).plan();
        }
        return draft.finish();
    }
}
