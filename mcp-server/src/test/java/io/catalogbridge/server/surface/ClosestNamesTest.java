package io.catalogbridge.server.surface;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClosestNamesTest {

    private static final List<String> TOOLS = List.of("search_assets", "get_lineage", "plan_sync", "run_sync");

    @Test
    void putsTheMostSimilarFirst() {
        assertThat(ClosestNames.to("PLAN_SNYC", TOOLS, 3)).first().isEqualTo("plan_sync");
        assertThat(ClosestNames.to("runsync", TOOLS, 1)).containsExactly("run_sync");
    }

    @Test
    void namesNothingThatIsNotSimilar() {
        assertThat(ClosestNames.to("launch_the_rocket", TOOLS, 3)).isEmpty();
    }

    @Property
    void knowsItselfBest(@ForAll @AlphaChars @StringLength(min = 1, max = 30) String name) {
        assertThat(ClosestNames.to(name, List.of(name + "xy", name, "x" + name), 3))
                .first()
                .isEqualTo(name);
    }
}
