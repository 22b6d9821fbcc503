package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.ApiCall;
import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Body;
import io.catalogbridge.connectors.http.Fetched.Refused;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/**
 * Reads OData collections to their end. The catalog cuts pages at 500 rows and says where to go on, unless it does not:
 * then the rows received are skipped, until a page is short or the skipping turns out to be ignored.
 */
final class ODataPages {

    private static final int MAX_PAGES = 10_000;
    /** Page sizes that were met without a link to the next page. */
    private static final Set<Integer> SILENT_CUTS = Set.of(10, 500);

    private final ApiClient client;
    private final TenantAddress tenant;

    ODataPages(ApiClient client, TenantAddress tenant) {
        this.client = client;
        this.tenant = tenant;
    }

    /** All rows, or the refusal of any page. */
    Fetched<List<JsonNode>> all(String operation, String subject, HttpUrl start) {
        List<JsonNode> rows = new ArrayList<>();
        Set<HttpUrl> asked = new HashSet<>();
        Optional<HttpUrl> next = Optional.of(start);
        while (next.isPresent() && asked.add(next.get())) {
            requireBounded(subject, asked);
            Fetched<Rows> page =
                    client.fetch(ApiCall.get(operation, subject, next.get(), "application/json"), Rows::read);
            if (page instanceof Refused<Rows>) {
                return page.map(Rows::rows);
            }
            next = add(page.orThrow(), rows)
                    ? following(start, next.get(), page.orThrow(), rows.size())
                    : Optional.empty();
        }
        return new Body<>(List.copyOf(rows), Headers.EMPTY);
    }

    /** False if the page brought nothing new. */
    private static boolean add(Rows page, List<JsonNode> rows) {
        boolean repeated = !page.rows().isEmpty() && rows.contains(page.rows().get(0));
        if (!repeated) {
            rows.addAll(page.rows());
        }
        return !repeated && !page.rows().isEmpty();
    }

    private Optional<HttpUrl> following(HttpUrl start, HttpUrl current, Rows page, int received) {
        if (page.next().isPresent()) {
            return page.next()
                    .flatMap(link -> tenant.ifOnThisHost(current, link))
                    .or(() -> Optional.of(skipping(start, received)));
        }
        boolean mayBeCut = !page.envelope() || SILENT_CUTS.contains(page.rows().size());
        return mayBeCut ? Optional.of(skipping(start, received)) : Optional.empty();
    }

    private static HttpUrl skipping(HttpUrl start, int rows) {
        return start.newBuilder()
                .setQueryParameter("$skip", Integer.toString(rows))
                .build();
    }

    private static void requireBounded(String subject, Set<HttpUrl> asked) {
        if (asked.size() > MAX_PAGES) {
            throw new ConnectorException(
                    ErrorKind.INVALID, subject, "The list does not end after " + MAX_PAGES + " pages", "");
        }
    }
}
