package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.InMemoryTarget;
import io.catalogbridge.mapping.plan.CallEstimate;
import io.catalogbridge.mapping.plan.Conflict;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.server.store.Conflicts;
import io.catalogbridge.server.store.Plans.StoredPlan;
import io.catalogbridge.server.sync.Planned;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class PlanJsonViewTest {

    private static final Conflict CONFLICT =
            new Conflict("glue:sales/orders", "description", "Orders", "Mine", "Sales orders", "changed on both sides");

    private static ObjectNode shown(OptionalLong rulesVersion) {
        Plan plan = new Plan(
                "plan-1",
                "digest",
                "dog",
                true,
                List.of(),
                List.of(),
                List.of(CONFLICT),
                List.of(),
                new Plan.Summary(0, 0, 0, 0, 0, 1, 0),
                new CallEstimate(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
        StoredPlan stored = new StoredPlan(plan, Instant.EPOCH, CallCounts.NONE, rulesVersion);
        return PlanJsonView.plan(new Planned(
                stored, new InMemoryTarget().readDatabases(false, Progress.NONE), CallCounts.NONE, List.of()));
    }

    @Test
    void namesEachConflictAsResolveTakesIt() {
        assertThat(shown(OptionalLong.of(3)).at("/conflicts/0/id").asString()).isEqualTo(Conflicts.id(CONFLICT));
        assertThat(shown(OptionalLong.of(3)).at("/conflicts/0/field").asString())
                .isEqualTo("description");
    }

    @Test
    void tellsTheRulesThePlanWasMadeFromWhereThatIsKnown() {
        assertThat(shown(OptionalLong.of(3)).get("rulesVersion").asInt()).isEqualTo(3);
        assertThat(shown(OptionalLong.empty()).has("rulesVersion")).isFalse();
    }
}
