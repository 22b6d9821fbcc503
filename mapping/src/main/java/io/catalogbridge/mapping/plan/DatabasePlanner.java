package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.rules.ParameterKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Plans one database: its tables, itself, and the digest that says how far both will be what they should be. */
final class DatabasePlanner {

    private static final String DIGEST_FIELD = "parameters." + Ownership.DIGEST;

    private static final String IN_CONFLICT = Ownership.PREFIX + "conflict";

    private final PlanInput input;
    private final PlanDraft draft;
    private final Doubts doubts;
    private final DatabaseSides sides;
    private final Comparison comparison;

    DatabasePlanner(PlanInput input, PlanDraft draft, Doubts doubts, DatabaseSides sides) {
        this.input = input;
        this.draft = draft;
        this.doubts = doubts;
        this.sides = sides;
        this.comparison = new Comparison("glue:" + sides.name(), input);
    }

    void plan() {
        if (sides.current().isEmpty()) {
            create();
        } else {
            existing(sides.current().get());
        }
    }

    /** The digest comes last: a run that ends before leaves none, and the next one looks again. */
    private void create() {
        GlueDatabase created = header(sides.desired());
        GlueDatabase finished = withDigest(created, Fingerprints.ofDatabase(sides.desired()));
        draft.change(new Change.CreateDatabase(created));
        sides.desired().tables().forEach(table -> draft.change(new Change.CreateTable(table)));
        draft.change(update(created, new Merged<>(finished, finished)));
    }

    private void existing(GlueDatabase current) {
        if (!input.mayChange(current.owner())) {
            draft.inTheWay("glue:" + sides.name(), input.whyNotOurs("database", current.owner()));
        } else if (belongsToAnotherSpace(current)) {
            draft.taken("glue:" + sides.name(), "space " + space(current).orElse(""));
        } else {
            draft.skip(sides.kept());
            ours(current);
        }
    }

    /** Unless it is proved that the other space is gone; then its database is taken over. */
    private boolean belongsToAnotherSpace(GlueDatabase current) {
        Optional<String> holder = space(current);
        boolean gone = input.provesAbsence()
                && input.desired().databases().stream()
                        .map(DatabasePlanner::space)
                        .noneMatch(holder::equals);
        return holder.isPresent() && !holder.equals(space(sides.desired())) && !gone;
    }

    private static Optional<String> space(GlueDatabase database) {
        return Optional.ofNullable(database.parameters().get(ParameterKey.SPACE.key()));
    }

    private void ours(GlueDatabase current) {
        if (input.current().tablesRead().contains(sides.name())) {
            TablesPlanner tables = new TablesPlanner(input, draft, doubts, sides, current);
            tables.plan();
            GlueDatabase last = Memory.of(sides.last(), current).orElse(sides.desired());
            Merged<GlueDatabase> merged = merge(last, current);
            String digest = Fingerprints.ofDatabase(digested().withTables(tables.standing()));
            settle(current, both(merged, digest), tables.confirmed());
        } else {
            draft.unchanged(sides.desired().tables().size());
            GlueDatabase last = Memory.ofHeader(sides.last()).orElse(sides.desired());
            Merged<GlueDatabase> merged = merge(last, current);
            settle(
                    current,
                    DatabaseSides.digest(current)
                            .map(digest -> both(merged, digest))
                            .orElse(merged),
                    List.of());
        }
    }

    private Merged<GlueDatabase> merge(GlueDatabase last, GlueDatabase current) {
        Sides<GlueDatabase> headers = new Sides<>(last, current, sides.desired()).map(DatabasePlanner::header);
        Merged<String> description = comparison.text(
                "description", comparison.strategies().descriptions(), headers.map(GlueDatabase::description));
        Merged<SortedMap<String, String>> parameters = comparison.parameters("", headers.map(GlueDatabase::parameters));
        draft.account(comparison);
        return new Merged<>(
                database(description.after(), parameters.after()),
                database(description.baseline(), parameters.baseline()));
    }

    /**
     * The header as the digest counts it: never as it will be if anything of it stays unlike the source, since a digest of
     * what is there would prove that we wrote it. An edit that stays counts as settled; a conflict gives a digest that equals
     * nothing, so that the next plan shows it again.
     */
    private GlueDatabase digested() {
        return comparison.conflicts().isEmpty()
                ? sides.desired()
                : sides.desired().withParameters(Parameters.with(sides.desired().parameters(), IN_CONFLICT, ""));
    }

    private void settle(GlueDatabase current, Merged<GlueDatabase> merged, List<GlueTable> confirmed) {
        if (merged.after().equals(current.bare())) {
            countUnchanged(true);
            confirm(merged.baseline(), confirmed);
        } else {
            Change update = update(current.bare(), merged);
            draft.change(update);
            countUnchanged(update.bookkeeping());
            confirm(database("", Map.of()), confirmed);
        }
    }

    private Change update(GlueDatabase before, Merged<GlueDatabase> merged) {
        comparison.change(
                DIGEST_FIELD,
                DatabaseSides.digest(before).orElse(null),
                DatabaseSides.digest(merged.after()).orElse(null));
        return new Change.UpdateDatabase(before, merged.after(), merged.baseline(), comparison.differences());
    }

    private void countUnchanged(boolean unchanged) {
        draft.unchanged(unchanged && !sides.vanished() ? 1 : 0);
    }

    private void confirm(GlueDatabase header, List<GlueTable> tables) {
        boolean known = header.parameters().isEmpty()
                || sides.last().map(DatabasePlanner::header).equals(Optional.of(header(header)));
        if (!known || !tables.isEmpty()) {
            draft.confirm(header.withTables(tables));
        }
    }

    private GlueDatabase database(String description, Map<String, String> parameters) {
        return GlueDatabase.of(sides.name(), description, parameters, List.of());
    }

    private static Merged<GlueDatabase> both(Merged<GlueDatabase> merged, String digest) {
        return new Merged<>(withDigest(merged.after(), digest), withDigest(merged.baseline(), digest));
    }

    private static GlueDatabase header(GlueDatabase database) {
        GlueDatabase bare = database.bare();
        return bare.withParameters(Parameters.without(bare.parameters(), Ownership.DIGEST));
    }

    private static GlueDatabase withDigest(GlueDatabase database, String digest) {
        return database.withParameters(Parameters.with(database.parameters(), Ownership.DIGEST, digest));
    }
}
