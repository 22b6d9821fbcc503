package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.net.URI;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TenantAddressTest {

    private static final TenantAddress TENANT =
            TenantAddress.of(URI.create("https://acme.eu10.hcs.cloud.sap/dwaas-ui#/x"));

    @Test
    void keepsTheHostOnly() {
        assertThat(TENANT.base()).hasToString("https://acme.eu10.hcs.cloud.sap/");
    }

    @Test
    void derivesTheTokenUrlFromTheHost() {
        assertThat(TENANT.derivedTokenUrl())
                .hasToString("https://acme.authentication.eu10.hana.ondemand.com/oauth/token");
    }

    @Test
    void asksForTheTokenUrlWhenTheHostTellsNothing() {
        TenantAddress custom = TenantAddress.of(URI.create("https://data.example.com"));

        assertThatThrownBy(custom::derivedTokenUrl).isInstanceOfSatisfying(ConnectorException.class, error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.INVALID);
            assertThat(error.remedy()).contains("token URL");
        });
    }

    @Test
    void refusesToCarrySecretsUnprotected() {
        assertThatThrownBy(() -> TenantAddress.of(URI.create("http://acme.eu10.hcs.cloud.sap")))
                .hasMessageContaining("without protection");
        assertThat(TenantAddress.of(URI.create("http://127.0.0.1:8080")).host()).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesWhatIsNoHttpAddress() {
        assertThatThrownBy(() -> TenantAddress.of(URI.create("ftp://acme"))).isInstanceOf(ConnectorException.class);
    }

    @Property
    void everyNameSurvivesTheAddress(@ForAll @NotEmpty String name) {
        Assume.that(!name.equals(".") && !name.equals("..") && isWellFormed(name));

        HttpUrl url = TENANT.at("spaces", "S", "views", name).build();

        assertThat(url.pathSegments()).isEqualTo(List.of("spaces", "S", "views", name));
    }

    @Test
    void refusesNamesThatWouldAddressSomethingElse() {
        assertThatThrownBy(() -> TENANT.at("spaces", "..")).isInstanceOf(ConnectorException.class);
    }

    @Test
    void asksThisHostWhateverHostALinkNames() {
        assertThat(TENANT.onThisHost("https://elsewhere.example/api/v1/dwc/x/$metadata?a=1"))
                .contains(HttpUrl.get("https://acme.eu10.hcs.cloud.sap/api/v1/dwc/x/$metadata?a=1"));
        assertThat(TENANT.ifOnThisHost(TENANT.base(), "https://elsewhere.example/next"))
                .isEmpty();
        assertThat(TENANT.ifOnThisHost(HttpUrl.get("https://acme.eu10.hcs.cloud.sap/a/spaces"), "spaces?$skiptoken=5"))
                .contains(HttpUrl.get("https://acme.eu10.hcs.cloud.sap/a/spaces?$skiptoken=5"));
    }

    /** Half a surrogate pair has no encoding. */
    private static boolean isWellFormed(String name) {
        return name.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
