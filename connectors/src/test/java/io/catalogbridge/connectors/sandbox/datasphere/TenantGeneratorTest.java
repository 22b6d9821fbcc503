package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TenantGeneratorTest {

    @Property(tries = 30)
    void sameSeedAndSizeGiveTheSameTenantOfExactlyThatSize(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 1200) int assets) {
        List<TenantObject> first = objects(new TenantGenerator(seed, assets));
        List<TenantObject> second = objects(new TenantGenerator(seed, assets));

        assertThat(first).hasSize(assets);
        assertThat(bodies(first)).isEqualTo(bodies(second));
    }

    @Property(tries = 30)
    void headersAgreeWithTheBodiesTheyAnnounce(@ForAll long seed) {
        for (TenantObject announced : objects(new TenantGenerator(seed, 20))) {
            TenantObject read = TenantObject.of(
                    announced.name(),
                    announced.type(),
                    announced.inventory(),
                    announced.body().get());

            assertThat(read.label()).isEqualTo(announced.label());
            assertThat(read.exposure()).isEqualTo(announced.exposure());
        }
    }

    @Property(tries = 30)
    void tablesHaveFiveToSixtyLabelledColumnsAndAKey(@ForAll long seed) {
        for (TenantObject object : objects(new TenantGenerator(seed, 10))) {
            if (object.type() == ObjectType.LOCAL_TABLE) {
                JsonNode elements = object.definition().path("elements");
                assertThat(elements.size()).isBetween(5, 60);
                assertThat(elements.valueStream()).allMatch(element -> element.has("@EndUserText.label"));
                assertThat(elements.valueStream())
                        .filteredOn(element -> element.has("key"))
                        .hasSize(1);
            }
        }
    }

    @Property(tries = 30)
    void everythingThatIsReadExists(@ForAll long seed) {
        SpaceContent space = new TenantGenerator(seed, 40).space("GEN_00000").orElseThrow();
        Set<String> names = Set.copyOf(names(space));

        for (String name : names) {
            JsonNode from = space.object(name)
                    .orElseThrow()
                    .definition()
                    .path("query")
                    .path("SELECT")
                    .path("from");
            assertThat(from.isMissingNode()
                            || names.contains(from.path("ref").path(0).asString()))
                    .isTrue();
        }
    }

    @Test
    void modelsResolveTheTypesOfAllTheirColumns() {
        SpaceContent space = new TenantGenerator(3, 10).space("GEN_00000").orElseThrow();
        SourceElements sources = new SourceElements(name -> space.object(name).map(TenantObject::definition));
        TenantObject model = space.object("MODEL_00007").orElseThrow();

        assertThat(model.definition().path("elements").propertyNames())
                .allMatch(column -> sources.of(model.definition(), column).has("type"));
    }

    @Test
    void objectsAreSortedAndFoundByTheirNames() {
        SpaceContent space = new TenantGenerator(1, 500).space("GEN_00000").orElseThrow();

        assertThat(names(space)).hasSize(500).isSorted();
        assertThat(names(space)).allMatch(name -> space.object(name).isPresent());
    }

    @Test
    void knowsNoNamesButItsOwn() {
        TenantGenerator tenant = new TenantGenerator(1, 501);
        SpaceContent last = tenant.space("GEN_00001").orElseThrow();

        assertThat(tenant.spaceNames()).containsExactly("GEN_00000", "GEN_00001");
        assertThat(names(last)).containsExactly("TABLE_00000");
        assertThat(last.object("TABLE_00001")).isEmpty();
        assertThat(last.object("VIEW_00000")).isEmpty();
        assertThat(last.object("TABLE_0")).isEmpty();
        assertThat(tenant.space("GEN_00002")).isEmpty();
        assertThat(tenant.space("GEN_1")).isEmpty();
        assertThat(tenant.space("GEN_99999999999")).isEmpty();
        assertThatThrownBy(() -> new TenantGenerator(1, 0)).hasMessageContaining("at least one");
    }

    private static List<TenantObject> objects(TenantGenerator tenant) {
        return tenant.spaceNames().stream()
                .map(name -> tenant.space(name).orElseThrow())
                .flatMap(SpaceContent::objects)
                .toList();
    }

    private static Set<String> bodies(List<TenantObject> objects) {
        return objects.stream().map(object -> object.body().get().toString()).collect(Collectors.toSet());
    }

    private static List<String> names(SpaceContent space) {
        return space.objects().map(TenantObject::name).toList();
    }
}
