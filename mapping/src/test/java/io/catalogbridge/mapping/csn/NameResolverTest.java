package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.AssetId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameResolverTest {

    private final NameResolver names = new NameResolver(
            Set.of("SALES", "HR", "SAP"), Map.of("CTX", "REAL"), Set.of(new AssetId("SALES", "SAP.TIME.DAY")));

    private AssetId resolved(String name) {
        return names.resolve("SALES", name).orElseThrow();
    }

    @Test
    void takesABareNameForOneOfTheSameSpace() {
        assertThat(resolved("ORDERS")).isEqualTo(new AssetId("SALES", "ORDERS"));
    }

    @Test
    void takesTheFirstPartForASpaceOnlyIfThereIsOne() {
        assertThat(resolved("HR.PEOPLE")).isEqualTo(new AssetId("HR", "PEOPLE"));
        assertThat(resolved("CTX.PEOPLE")).isEqualTo(new AssetId("REAL", "PEOPLE"));
        assertThat(resolved("sap.s4h.PEOPLE")).isEqualTo(new AssetId("SALES", "sap.s4h.PEOPLE"));
    }

    @Test
    void prefersAnObjectThatIsKnownByItsWholeName() {
        assertThat(resolved("SAP.TIME.DAY")).isEqualTo(new AssetId("SALES", "SAP.TIME.DAY"));
        assertThat(resolved("SAP.TIME.MONTH")).isEqualTo(new AssetId("SAP", "TIME.MONTH"));
    }

    @Test
    void survivesNamesThatNoObjectCanHave() {
        assertThat(names.resolve("SALES", "")).isEmpty();
        assertThat(names.resolve("A/B", "X")).isEmpty();
        assertThat(resolved("HR.")).isEqualTo(new AssetId("SALES", "HR."));
        assertThat(resolved(".X")).isEqualTo(new AssetId("SALES", ".X"));
    }
}
