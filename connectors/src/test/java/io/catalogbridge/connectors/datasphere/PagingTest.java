package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Gap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists that are longer than one answer, on servers that keep the rules and on others. */
@Timeout(60)
class PagingTest {

    private static final String SPACE = "S";
    private static final String LIST = TestingServer.CORE + "spaces/S/dataaccesscontrols";
    private static final String ASSETS = TestingServer.CATALOG + "assets";

    private final TestingServer server = new TestingServer(SPACE);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsOnAfterAPageAsLongAsTheLongest() {
        controls(0, rows(0, 200));
        controls(200, rows(200, 200));
        controls(400, rows(400, 3));

        assertThat(names()).hasSize(403);
    }

    @Test
    void readsOnAfterAServersOwnDefaultOf25() {
        controls(0, rows(0, 25));
        controls(25, rows(25, 25));
        controls(50, "[]");

        assertThat(names()).hasSize(50);
    }

    @Test
    void aShorterListThanAnotherIsNotAskedForMore() {
        controls(0, rows(0, 25));
        controls(25, rows(25, 1));
        server.list(SPACE, ObjectSegment.TASK_CHAINS, "[]");

        names();

        server.wire().verify(1, getRequestedFor(urlPathEqualTo(TestingServer.CORE + "spaces/S/taskchains")));
    }

    @Test
    void aServerThatIgnoresSkippingIsNotAskedForEver() {
        server.list(SPACE, ObjectSegment.DATA_ACCESS_CONTROLS, rows(0, 7));

        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.assets()).hasSize(7);
        assertThat(snapshot.gaps()).isEmpty();
        server.wire().verify(2, getRequestedFor(urlPathEqualTo(LIST)));
    }

    @Test
    void aServerThatIgnoresSkippingAtAPageLimitLeavesAGap() {
        server.list(SPACE, ObjectSegment.DATA_ACCESS_CONTROLS, rows(0, 200));

        assertThat(discover().gaps()).extracting(Gap::subject).containsExactly("datasphere:S");
    }

    @Test
    void anObjectInsertedBetweenPagesDoesNotEndTheList() {
        controls(0, rows(0, 25));
        controls(25, rows(24, 25));
        controls(49, rows(48, 2));

        assertThat(names()).hasSize(50);
    }

    @Test
    void plainNamesAreAsGoodAsRows() {
        server.list(SPACE, ObjectSegment.DATA_ACCESS_CONTROLS, "[\"A\",\"B\"]");

        assertThat(names()).containsExactly("A", "B");
    }

    @Test
    void asksForFewerColumnsWhenATenantDoesNotKnowThemAll() {
        server.wire()
                .stubFor(get(urlPathMatching(TestingServer.CORE + "spaces/S/[a-z]+"))
                        .withQueryParam("select", containing("type"))
                        .atPriority(1)
                        .willReturn(status(400)));
        server.list(SPACE, ObjectSegment.DATA_ACCESS_CONTROLS, rows(0, 2));

        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.gaps()).isEmpty();
        assertThat(snapshot.assets()).hasSize(2);
        server.wire().verify(1, getRequestedFor(anyUrl()).withQueryParam("select", containing("type")));
    }

    @Test
    void asksForFewerColumnsOnlyWhereOneListDoesNotKnowThemAll() {
        server.wire()
                .stubFor(get(urlPathEqualTo(LIST))
                        .withQueryParam("select", containing("semanticUsage"))
                        .atPriority(0)
                        .willReturn(status(400)));
        controls(0, rows(0, 25));
        controls(25, rows(25, 1));

        assertThat(names()).hasSize(26);
        server.wire()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo(TestingServer.CORE + "spaces/S/taskchains"))
                                .withQueryParam("select", containing("semanticUsage")));
    }

    @Test
    void typesThatATenantDoesNotKnowAreNoGaps() {
        assertThat(discover().complete()).isTrue();
    }

    @Test
    void aListOfAnotherShapeIsAGapAndNotEmpty() {
        server.list(SPACE, ObjectSegment.VIEWS, "{\"error\":\"maintenance\"}");

        assertThat(discover().gaps()).extracting(Gap::subject).containsExactly("datasphere:S");
    }

    @Test
    void followsALinkToTheNextPageRelativeOrAbsolute() {
        server.json(ASSETS.substring(1), assets(0, 2, "assets?$skiptoken=2"));
        server.json(
                ASSETS, Map.of("$skiptoken", "2"), assets(2, 2, server.wire().baseUrl() + ASSETS + "?$skiptoken=4"));
        server.json(ASSETS, Map.of("$skiptoken", "4"), assets(4, 1, null));

        assertThat(exposedNames()).containsExactly("A0", "A1", "A2", "A3", "A4");
    }

    @Test
    void skipsInsteadOfFollowingALinkToAnotherHost() {
        server.json(ASSETS.substring(1), assets(0, 2, "https://elsewhere.example/assets?$skiptoken=2"));
        server.json(ASSETS, Map.of("$skip", "2"), assets(2, 1, null));

        assertThat(exposedNames()).containsExactly("A0", "A1", "A2");
    }

    @Test
    void readsOnAfterASilentCutAt500() {
        server.json(ASSETS.substring(1), assets(0, 500, null));
        server.json(ASSETS, Map.of("$skip", "500"), assets(500, 2, null));

        assertThat(exposedNames()).hasSize(502);
    }

    @Test
    void aCatalogThatIgnoresSkippingEnds() {
        server.json(ASSETS.substring(1), assets(0, 500, null));

        assertThat(exposedNames()).hasSize(500);
    }

    @Test
    void pagesThatLinkInCirclesEnd() {
        server.json(ASSETS.substring(1), assets(0, 2, "assets?$skiptoken=2"));
        server.json(ASSETS, Map.of("$skiptoken", "2"), assets(2, 2, "assets?$skiptoken=2"));

        assertThat(exposedNames()).hasSize(4);
    }

    private void controls(int skip, String rows) {
        server.json(LIST, Map.of("skip", Integer.toString(skip)), rows);
    }

    private List<String> names() {
        CatalogSnapshot snapshot = discover();
        assertThat(snapshot.gaps()).isEmpty();
        return snapshot.assets().stream().map(Asset::id).map(id -> id.name()).toList();
    }

    /** The exposed assets have no definition here, so each is asked for once and becomes a gap. */
    private List<String> exposedNames() {
        return discover().gaps().stream()
                .map(gap -> gap.subject().replaceFirst("datasphere:S/", ""))
                .sorted(Comparator.comparing(name -> Integer.valueOf(name.substring(1))))
                .toList();
    }

    private CatalogSnapshot discover() {
        try (DatasphereSource source = server.source()) {
            return source.discover(DiscoveryScope.ALL, Progress.NONE);
        }
    }

    private static String rows(int from, int number) {
        return IntStream.range(from, from + number)
                .mapToObj(i -> "{\"technicalName\":\"O" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String assets(int from, int number, @Nullable String next) {
        String rows = IntStream.range(from, from + number)
                .mapToObj(i -> "{\"spaceName\":\"S\",\"name\":\"A" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String link = next == null ? "" : ",\"@odata.nextLink\":\"" + next + "\"";
        return "{\"value\":" + rows + link + "}";
    }
}
