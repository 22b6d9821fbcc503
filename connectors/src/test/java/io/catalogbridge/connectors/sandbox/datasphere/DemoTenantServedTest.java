package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DemoTenantServedTest {

    private static final String CATALOG = "/api/v1/datasphere/consumption/catalog";
    private TestingTenant tenant;

    @BeforeEach
    void serve() throws IOException {
        tenant = TestingTenant.serving(Tenant.demo(null, Clock.systemUTC(), Set.of()));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void everyFileOfTheDemoTenantIsOneObjectAndNothingIsLeftOut() throws IOException {
        TenantFiles files = TenantFiles.onClassPath(Tenant.class, "/io/catalogbridge/connectors/sandbox/demo-tenant");
        List<TenantFile> objects = files.bySpace().values().stream()
                .flatMap(List::stream)
                .filter(file -> file.path().size() == 3)
                .toList();

        assertThat(objects).hasSizeGreaterThanOrEqualTo(120);
        assertThat(tenant.tenant().notes()).isEmpty();
        assertThat(tenant.tenant().spaceNames().stream()
                        .mapToLong(space -> tenant.tenant().objectNames(space).size())
                        .sum())
                .isEqualTo(objects.size());
    }

    @Test
    void spacesHaveTheirOwnLabels() {
        JsonNode spaces = tenant.json(CATALOG + "/spaces").path("value");

        assertThat(spaces).hasSizeGreaterThanOrEqualTo(6);
        assertThat(spaces.valueStream()).noneMatch(space -> space.path("label").equals(space.path("name")));
    }

    @Test
    void everyAssetHasMetadataWithTypedColumnsOrIsBrokenOnPurpose() {
        List<String> broken = new ArrayList<>();
        tenant.json(CATALOG + "/assets")
                .path("value")
                .forEach(asset -> Stream.of("assetRelationalMetadataUrl", "assetAnalyticalMetadataUrl")
                        .map(asset::path)
                        .filter(JsonNode::isString)
                        .forEach(url -> {
                            HttpResponse<String> answer = tenant.get(
                                    url.asString().substring(tenant.origin().length()), "application/xml");
                            if (answer.statusCode() == 200) {
                                assertThat(EdmxReading.of(answer.body()).propertyNames())
                                        .isNotEmpty();
                            } else {
                                broken.add(asset.path("name").asString());
                            }
                        }));

        assertThat(broken).hasSizeLessThanOrEqualTo(1);
    }
}
