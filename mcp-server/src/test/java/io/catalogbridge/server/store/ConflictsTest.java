package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.CallEstimate;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Decision.Resolution;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.FoundConflict.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConflictsTest {

    private static final String ENV = "dog";
    private static final Optional<Set<String>> EVERYTHING = Optional.empty();
    private static final Conflict ORDERS = conflict("glue:sales/orders", "Mine");
    private static final Conflict RATES = conflict("glue:finance/rates", "Yours");

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Conflict conflict(String subject, String current) {
        return new Conflict(subject, "description", "Old", current, "New", "both changed it");
    }

    private static Plan plan(String id, Conflict... conflicts) {
        return new Plan(
                id,
                "digest-" + id,
                ENV,
                true,
                List.of(),
                List.of(),
                List.of(conflicts),
                List.of(),
                new Plan.Summary(0, 0, 0, 0, 0, conflicts.length, 0),
                new CallEstimate(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
    }

    private List<FoundConflict> all(Optional<State> state) {
        return store.conflicts()
                .page(ENV, new Conflicts.Query(Optional.empty(), state, 100, null))
                .items();
    }

    private FoundConflict find(Conflict conflict) {
        return store.conflicts().find(ENV, Conflicts.id(conflict)).orElseThrow();
    }

    private void decide(Conflict conflict, Resolution resolution) {
        store.conflicts().decide(ENV, find(conflict), resolution, "", "anna");
    }

    @Test
    void keepsWhatTheLastPlanFound() {
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", ORDERS, RATES));
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-2", ORDERS));

        assertThat(all(Optional.empty())).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("glue:sales/orders");
            assertThat(found.container()).isEqualTo("sales");
            assertThat(found.current()).isEqualTo("Mine");
            assertThat(found.planId()).isEqualTo("plan-2");
            assertThat(found.state()).isEqualTo(State.OPEN);
        });
    }

    @Test
    void aPlanOfSomeDatabasesSaysNothingAboutOthers() {
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", ORDERS, RATES));

        store.conflicts().replace(ENV, Optional.of(Set.of("sales")), plan("plan-2"));

        assertThat(all(Optional.empty())).extracting(FoundConflict::subject).containsExactly("glue:finance/rates");
    }

    @Test
    void environmentsAreKeptApart() {
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", ORDERS));
        store.conflicts().replace("wolf", EVERYTHING, plan("plan-2"));

        assertThat(store.conflicts().count(ENV, State.OPEN)).isEqualTo(1);
        assertThat(store.conflicts().find("wolf", Conflicts.id(ORDERS))).isEmpty();
    }

    @Test
    void aDecisionIsWaitingThenSettled() {
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", ORDERS));
        decide(ORDERS, Resolution.KEEP_TARGET);
        assertThat(all(Optional.of(State.DECIDED))).hasSize(1);
        assertThat(all(Optional.of(State.OPEN))).isEmpty();

        store.conflicts().replace(ENV, EVERYTHING, plan("plan-2"));

        assertThat(all(Optional.of(State.SETTLED)))
                .singleElement()
                .satisfies(found -> assertThat(found.taken().orElseThrow().by()).isEqualTo("anna"));
    }

    @Test
    void aConflictThatChangedIsAnotherOneAndOpenAgain() {
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", ORDERS));
        decide(ORDERS, Resolution.KEEP_TARGET);

        store.conflicts().replace(ENV, EVERYTHING, plan("plan-2", conflict("glue:sales/orders", "Mine, again")));

        assertThat(all(Optional.empty())).singleElement().satisfies(found -> {
            assertThat(found.id()).isNotEqualTo(Conflicts.id(ORDERS));
            assertThat(found.state()).isEqualTo(State.OPEN);
            assertThat(found.holds(found.taken().orElseThrow())).isFalse();
        });
        assertThat(store.conflicts().find(ENV, Conflicts.id(ORDERS))).isEmpty();
    }

    @Test
    void aLaterDecisionReplacesAnEarlierOneAlsoWhenNoPlanFindsTheConflict() {
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", ORDERS));
        decide(ORDERS, Resolution.KEEP_TARGET);
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-2"));

        decide(ORDERS, Resolution.TAKE_SOURCE);

        assertThat(find(ORDERS).taken())
                .hasValueSatisfying(taken -> assertThat(taken.resolution()).isEqualTo(Resolution.TAKE_SOURCE));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetition() {
        Conflict[] many = new Conflict[7];
        for (int i = 0; i < many.length; i++) {
            many[i] = conflict("glue:sales/t" + i, "Mine");
        }
        store.conflicts().replace(ENV, EVERYTHING, plan("plan-1", many));
        List<String> subjects = new ArrayList<>();
        String cursor = null;
        do {
            Conflicts.Page page = store.conflicts()
                    .page(ENV, new Conflicts.Query(Optional.of("sales"), Optional.of(State.OPEN), 3, cursor));
            assertThat(page.total()).isEqualTo(many.length);
            page.items().forEach(found -> subjects.add(found.subject()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(subjects).hasSize(many.length).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        for (String cursor : List.of("nonsense", IdCursor.after("glue:sales/orders"))) {
            assertThatThrownBy(() -> store.conflicts()
                            .page(ENV, new Conflicts.Query(Optional.empty(), Optional.empty(), 3, cursor)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
