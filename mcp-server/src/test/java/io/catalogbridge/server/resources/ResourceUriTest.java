package io.catalogbridge.server.resources;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResourceUriTest {

    @ParameterizedTest
    @CsvSource({
        "datasphere:SALES, datasphere://SALES",
        "datasphere:SALES/ORDERS, datasphere://SALES/ORDERS",
        "datasphere:SALES/Orders.Open, datasphere://SALES/Orders.Open",
        "datasphere:SALES/Open orders, datasphere://SALES/Open%20orders",
        "datasphere:SALES/a/b, datasphere://SALES/a%2Fb",
        "datasphere:S4/%7F0MATERIAL, datasphere://S4/%7F0MATERIAL",
        "datasphere:S4/100%25, datasphere://S4/100%25",
        "datasphere:S4/Größe ∞, datasphere://S4/Gr%C3%B6%C3%9Fe%20%E2%88%9E",
        "glue:datasphere_sales_dog, glue://datasphere_sales_dog",
        "glue:datasphere_sales_dog/orders, glue://datasphere_sales_dog/orders"
    })
    void encodesNamesAsTemplatesAreFilledIn(String id, String uri) {
        assertThat(ResourceUri.of(id)).isEqualTo(uri);
    }

    @Property
    void decodingUndoesEncoding(@ForAll String name) {
        String whole = name.replaceAll("[\\ud800-\\udfff]", "");

        assertThat(ResourceUri.decode(ResourceUri.encode(whole))).hasValue(whole);
    }

    @Test
    void takesAPlusForAPlus() {
        assertThat(ResourceUri.decode("a+b")).hasValue("a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%2"})
    void knowsNoNameBehindABrokenEscape(String part) {
        assertThat(ResourceUri.decode(part)).isEmpty();
    }
}
