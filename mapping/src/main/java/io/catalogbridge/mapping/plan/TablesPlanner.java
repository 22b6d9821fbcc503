package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueObservation.TableFacts;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.Ownership;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.OrphanRule.Orphan;
import io.catalogbridge.mapping.plan.OrphanRule.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans the tables of one database that was read. */
final class TablesPlanner {

    private static final TableFacts NO_FACTS = new TableFacts("", false);

    private final PlanInput input;
    private final PlanDraft draft;
    private final Doubts doubts;
    private final DatabaseSides sides;
    private final GlueDatabase current;
    private final Map<TableName, GlueTable> last;
    private final List<GlueTable> standing = new ArrayList<>();
    private final List<GlueTable> confirmed = new ArrayList<>();

    TablesPlanner(PlanInput input, PlanDraft draft, Doubts doubts, DatabaseSides sides, GlueDatabase current) {
        this.input = input;
        this.draft = draft;
        this.doubts = doubts;
        this.sides = sides;
        this.current = current;
        this.last = byName(sides.last().map(GlueDatabase::tables).orElse(List.of()));
    }

    private static Map<TableName, GlueTable> byName(List<GlueTable> tables) {
        return tables.stream().collect(Collectors.toMap(GlueTable::name, Function.identity()));
    }

    /** The tables as the database's digest is to count them, once the plan is applied. */
    List<GlueTable> standing() {
        return standing;
    }

    /** The tables that need no call, although the store remembers them otherwise. */
    List<GlueTable> confirmed() {
        return confirmed;
    }

    void plan() {
        Map<TableName, GlueTable> present = byName(current.tables());
        for (GlueTable desired : sides.desired().tables()) {
            Optional.ofNullable(present.get(desired.name()))
                    .ifPresentOrElse(there -> existing(desired, there), () -> create(desired));
        }
        orphans();
    }

    private void create(GlueTable desired) {
        draft.change(new Change.CreateTable(desired));
        standing.add(desired);
    }

    private void existing(GlueTable desired, GlueTable there) {
        if (facts(there).resourceLink()) {
            draft.inTheWay(there.name().text(), "a resource link has this name; links are never overwritten");
        } else if (!input.mayChange(there.owner())) {
            draft.inTheWay(there.name().text(), input.whyNotOurs("table", there.owner()));
        } else if (there.equals(desired)) {
            standing.add(there);
            keep(desired);
        } else {
            doubts.about(desired, there).ifPresentOrElse(why -> leave(there, why), () -> compare(desired, there));
        }
    }

    private void leave(GlueTable there, String why) {
        draft.skip(List.of(new Skipped(there.name().text(), Skipped.Reason.PARTIAL_SNAPSHOT, why, false)));
        standing.add(there);
    }

    private void compare(GlueTable desired, GlueTable there) {
        Comparison comparison = new Comparison(there.name().text(), input);
        GlueTable known = Memory.of(recorded(there), there).orElse(desired);
        Merged<GlueTable> merged = TableMerge.merge(comparison, new Sides<>(known, there, desired));
        draft.account(comparison);
        standing.add(comparison.conflicts().isEmpty() ? merged.after() : unsettled(merged.after()));
        if (merged.after().equals(there)) {
            keep(merged.baseline());
        } else {
            change(update(there, merged, comparison.differences()));
        }
    }

    private void change(Change update) {
        draft.change(update);
        draft.unchanged(update.bookkeeping() ? 1 : 0);
    }

    /** A conflict keeps the digest from what it should be, so that the next plan shows it again. */
    private static GlueTable unsettled(GlueTable table) {
        return Parameters.without(table, Ownership.FINGERPRINT);
    }

    private void keep(GlueTable baseline) {
        draft.unchanged(1);
        if (!recorded(baseline).equals(Optional.of(baseline))) {
            confirmed.add(baseline);
        }
    }

    private Change update(GlueTable before, Merged<GlueTable> merged, List<FieldDifference> differences) {
        String version = facts(before).versionId();
        return new Change.UpdateTable(
                before, merged.after(), merged.baseline(), version, differences, preconditions(before, version));
    }

    /** A table that is being taken over has no owner yet. */
    private static List<Precondition> preconditions(GlueTable before, String version) {
        Precondition unmoved = new Precondition.VersionIs(version);
        return before.owner()
                .map(owner -> List.of(unmoved, new Precondition.OwnedBy(owner)))
                .orElse(List.of(unmoved));
    }

    private void orphans() {
        Map<TableName, GlueTable> wanted = byName(sides.desired().tables());
        List<GlueTable> owned = current.tables().stream()
                .filter(table -> input.isOurs(table.owner()) && !facts(table).resourceLink())
                .toList();
        List<GlueTable> orphans = owned.stream()
                .filter(table -> !wanted.containsKey(table.name()))
                .toList();
        Ruling ruling = new OrphanRule(input)
                .judge(
                        "database " + sides.name(),
                        owned.size(),
                        orphans.stream().map(TablesPlanner::orphan).toList());
        draft.skip(ruling.skipped());
        orphans.forEach(table -> orphan(table, ruling));
    }

    private static Orphan orphan(GlueTable table) {
        return new Orphan(table.name().text(), Tombstone.since(table.parameters(), Tombstone.PARAMETER));
    }

    private void orphan(GlueTable table, Ruling ruling) {
        if (ruling.delete().contains(table.name().text())) {
            draft.change(new Change.DeleteTable(table, facts(table).versionId(), input.environment()));
            return;
        }
        if (ruling.mark().contains(table.name().text())) {
            GlueTable marked =
                    Parameters.with(table, Tombstone.PARAMETER, input.now().toString());
            draft.change(mark(table, marked));
            standing.add(marked);
        } else {
            standing.add(table);
        }
    }

    private Change mark(GlueTable table, GlueTable marked) {
        GlueTable known = Memory.of(recorded(table), table).orElseGet(() -> Memory.forgotten(table));
        String since = input.now().toString();
        String before = table.parameters().get(Tombstone.PARAMETER);
        return update(
                table,
                new Merged<>(marked, Parameters.with(known, Tombstone.PARAMETER, since)),
                List.of(new FieldDifference("parameters." + Tombstone.PARAMETER, before, since)));
    }

    private Optional<GlueTable> recorded(GlueTable table) {
        return Optional.ofNullable(last.get(table.name()));
    }

    private TableFacts facts(GlueTable table) {
        return input.current().facts(table.name()).orElse(NO_FACTS);
    }
}
