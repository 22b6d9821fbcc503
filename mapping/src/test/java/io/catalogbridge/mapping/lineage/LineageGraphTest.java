package io.catalogbridge.mapping.lineage;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.DataProcess.Transfer;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.ObjectRef;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.ViewBody;
import io.catalogbridge.mapping.lineage.LineageWalk.Reached;
import io.catalogbridge.mapping.rules.CatalogMapper;
import io.catalogbridge.mapping.rules.MappingRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static io.catalogbridge.mapping.rules.Tenants.chain;
import static io.catalogbridge.mapping.rules.Tenants.flow;
import static io.catalogbridge.mapping.rules.Tenants.id;
import static io.catalogbridge.mapping.rules.Tenants.snapshot;
import static io.catalogbridge.mapping.rules.Tenants.table;
import static io.catalogbridge.mapping.rules.Tenants.text;
import static io.catalogbridge.mapping.rules.Tenants.transfer;
import static io.catalogbridge.mapping.rules.Tenants.view;
import static org.assertj.core.api.Assertions.assertThat;

class LineageGraphTest {

    private static final ExternalObject VBAK = new ExternalObject("S4", "VBAK");
    private static final CatalogSnapshot SALES = snapshot(
            flow("SALES", "LOAD", transfer(VBAK, id("SALES", "ORDERS"))),
            table("SALES", "ORDERS", text("ID")),
            view("SALES", "REVENUE", id("SALES", "ORDERS"), id("MD", "CUSTOMERS")),
            view("SALES", "MODEL", id("SALES", "REVENUE")),
            chain("SALES", "NIGHTLY", id("SALES", "LOAD")),
            chain("SALES", "WEEKLY", id("SALES", "NIGHTLY")));

    private final LineageGraph graph = LineageGraph.of(SALES);

    @Test
    void walksUpToTheSourceSystem() {
        assertThat(distances(graph.upstream("datasphere:SALES/MODEL", 10).orElseThrow()))
                .isEqualTo(Map.of(
                        "datasphere:SALES/REVENUE", 1,
                        "datasphere:SALES/ORDERS", 2,
                        "datasphere:MD/CUSTOMERS", 2,
                        "external:S4/VBAK", 3));
    }

    @Test
    void walksDownIntoGlue() {
        LineageGraph withGlue = LineageGraph.of(
                SALES, CatalogMapper.map(SALES, MappingRules.defaults("dog")).tables());

        assertThat(distances(withGlue.downstream("external:S4/VBAK", 3).orElseThrow()))
                .isEqualTo(Map.of(
                        "datasphere:SALES/ORDERS", 1,
                        "glue:datasphere_sales_dog/orders", 2,
                        "datasphere:SALES/REVENUE", 2,
                        "glue:datasphere_sales_dog/revenue", 3,
                        "datasphere:SALES/MODEL", 3));
        assertThat(distances(
                        withGlue.upstream("glue:datasphere_sales_dog/orders", 9).orElseThrow()))
                .containsKeys("datasphere:SALES/ORDERS", "external:S4/VBAK");
    }

    @Test
    void namesTheFlowAndTheReaderOnEdges() {
        LineageWalk walk = graph.upstream("datasphere:SALES/REVENUE", 10).orElseThrow();

        assertThat(walk.edges())
                .containsExactly(
                        new LineageEdge(
                                "datasphere:MD/CUSTOMERS",
                                "datasphere:SALES/REVENUE",
                                EdgeKind.READS,
                                id("SALES", "REVENUE"),
                                true),
                        new LineageEdge(
                                "datasphere:SALES/ORDERS",
                                "datasphere:SALES/REVENUE",
                                EdgeKind.READS,
                                id("SALES", "REVENUE"),
                                true),
                        new LineageEdge(
                                "external:S4/VBAK",
                                "datasphere:SALES/ORDERS",
                                EdgeKind.LOADS,
                                id("SALES", "LOAD"),
                                true));
    }

    @Test
    void startsAtFlowsAndTaskChainsToo() {
        assertThat(distances(graph.upstream("datasphere:SALES/LOAD", 9).orElseThrow()))
                .isEqualTo(Map.of("external:S4/VBAK", 1));
        assertThat(distances(graph.downstream("datasphere:SALES/LOAD", 1).orElseThrow()))
                .isEqualTo(Map.of("datasphere:SALES/ORDERS", 1));
        assertThat(distances(graph.downstream("datasphere:SALES/NIGHTLY", 2).orElseThrow()))
                .isEqualTo(Map.of("datasphere:SALES/LOAD", 1, "datasphere:SALES/ORDERS", 2));
    }

    @Test
    void impactNamesTheProcessesThatAreTouched() {
        LineageImpact impact = graph.impact("external:S4/VBAK", 9).orElseThrow();

        assertThat(distances(impact.downstream()))
                .containsOnlyKeys("datasphere:SALES/ORDERS", "datasphere:SALES/REVENUE", "datasphere:SALES/MODEL");
        assertThat(impact.processes())
                .extracting(LineageNode::id)
                .containsExactly("datasphere:SALES/LOAD", "datasphere:SALES/NIGHTLY", "datasphere:SALES/WEEKLY");
    }

    @Test
    void tellsPipesOfOneFlowApart() {
        LineageGraph pipes = LineageGraph.of(snapshot(flow(
                "SALES",
                "REPLICATE",
                transfer(new ExternalObject("S4", "A"), id("SALES", "A")),
                transfer(new ExternalObject("S4", "B"), id("SALES", "B")))));

        assertThat(distances(pipes.upstream("datasphere:SALES/A", 9).orElseThrow()))
                .isEqualTo(Map.of("external:S4/A", 1));
    }

    @Test
    void startsPipesWithoutASourceAtTheFlow() {
        LineageGraph generated = LineageGraph.of(snapshot(
                flow("SALES", "GENERATE", new Transfer(List.of(), id("SALES", "DATES"), null, List.of(), false))));

        LineageWalk walk = generated.upstream("datasphere:SALES/DATES", 9).orElseThrow();

        assertThat(distances(walk)).isEqualTo(Map.of("datasphere:SALES/GENERATE", 1));
        assertThat(distances(
                        generated.downstream("datasphere:SALES/GENERATE", 9).orElseThrow()))
                .isEqualTo(Map.of("datasphere:SALES/DATES", 1));
    }

    @Test
    void saysWhereItCannotBeSure() {
        Dataset handwritten = new Dataset.View(
                AssetHead.of(id("SALES", "V")),
                Shape.EMPTY,
                new ViewBody.SqlWithoutQuery("SELECT * FROM T"),
                List.of(id("SALES", "T")));
        Transfer script = new Transfer(List.of(id("SALES", "V")), id("SALES", "OUT"), null, List.of(), false);

        LineageGraph unsure = LineageGraph.of(snapshot(handwritten, flow("SALES", "SCRIPT", script)));

        assertThat(unsure.edges()).hasSize(2).noneMatch(LineageEdge::resolved);
    }

    @Test
    void knowsWhatItHasOnlyHeardOf() {
        assertThat(graph.node("datasphere:MD/CUSTOMERS"))
                .contains(new LineageNode("datasphere:MD/CUSTOMERS", "unknown", "CUSTOMERS", false));
        assertThat(graph.node("external:S4/VBAK"))
                .contains(new LineageNode("external:S4/VBAK", "external", "VBAK", false));
        assertThat(graph.node("datasphere:SALES/REVENUE"))
                .contains(new LineageNode("datasphere:SALES/REVENUE", "view", "REVENUE", true));
        assertThat(graph.upstream("datasphere:SALES/NOWHERE", 1)).isEmpty();
    }

    @Test
    void endsOnCycles() {
        LineageGraph cycle = LineageGraph.of(snapshot(
                view("S", "A", id("S", "B")), view("S", "B", id("S", "A")), view("S", "SELF", id("S", "SELF"))));

        assertThat(distances(cycle.upstream("datasphere:S/A", 100).orElseThrow()))
                .isEqualTo(Map.of("datasphere:S/B", 1));
        assertThat(cycle.upstream("datasphere:S/A", 100).orElseThrow().edges()).hasSize(2);
        assertThat(cycle.downstream("datasphere:S/SELF", 100).orElseThrow().reached())
                .isEmpty();
    }

    @Test
    void saysWhenThereIsMoreThanItMayShow() {
        LineageGraph star = LineageGraph.of(snapshot(IntStream.range(0, 100)
                .mapToObj(i -> view("S", "V" + i, id("S", "CENTRE")))
                .toList()));

        LineageWalk bounded = star.downstream("datasphere:S/CENTRE", 1, 10).orElseThrow();

        assertThat(bounded.truncated()).isTrue();
        assertThat(bounded.reached()).hasSize(10);
        assertThat(bounded.edges()).hasSize(10);
        assertThat(star.downstream("datasphere:S/CENTRE", 1, 100).orElseThrow().truncated())
                .isFalse();
    }

    @Property(tries = 200)
    void upstreamAndDownstreamAreEachOthersMirror(
            @ForAll("tangles") CatalogSnapshot tangle, @ForAll @IntRange(max = 5) int depth) {
        LineageGraph tangled = LineageGraph.of(tangle);
        Set<String> ids =
                tangle.assets().stream().map(asset -> asset.id().text()).collect(Collectors.toSet());

        for (String start : ids) {
            distances(tangled.downstream(start, depth).orElseThrow())
                    .forEach((end, distance) -> assertThat(
                                    distances(tangled.upstream(end, depth).orElseThrow()))
                            .containsEntry(start, distance));
        }
    }

    @Provide
    Arbitrary<CatalogSnapshot> tangles() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 8);
        return number.set()
                .ofMaxSize(3)
                .list()
                .ofSize(9)
                .map(sources -> snapshot(IntStream.range(0, 9)
                        .mapToObj(i -> tangled(i, sources.get(i)))
                        .toList()));
    }

    private static Asset tangled(int number, Set<Integer> sources) {
        return view(
                "S",
                "V" + number,
                sources.stream().map(source -> id("S", "V" + source)).toArray(ObjectRef[]::new));
    }

    private static Map<String, Integer> distances(LineageWalk walk) {
        return walk.reached().stream()
                .collect(Collectors.toMap(each -> each.node().id(), Reached::distance));
    }
}
