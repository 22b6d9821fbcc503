package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.datasphere.CatalogApi.CatalogSpace;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Refused;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The spaces that the caller can see in either of the two places that list them.
 *
 * @param labels   label by technical name; empty where none is known
 * @param refusals what could not be asked
 */
record VisibleSpaces(SortedMap<String, String> labels, List<ConnectorException> refusals) {

    private static final String NOT_FOR_THIS_PURPOSE =
            "An OAuth client of the purpose 'API Access' is refused everywhere: create one of the purpose 'Technical"
                    + " User', and add its user to each space by a scoped role.";

    VisibleSpaces {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        refusals = List.copyOf(refusals);
    }

    /**
     * Asks the catalog and core REST.
     *
     * @throws ConnectorException if both refuse, or one does not answer
     */
    static VisibleSpaces read(CatalogApi catalog, CoreApi core) {
        Fetched<List<CatalogSpace>> exposed = catalog.spaces();
        Fetched<List<String>> listed = core.spaces();
        List<ConnectorException> refusals = Stream.of(refusal(exposed), refusal(listed))
                .flatMap(Optional::stream)
                .toList();
        if (refusals.size() == 2) {
            throw shutOut(refusals.get(1));
        }
        SortedMap<String, String> labels = new TreeMap<>();
        if (refusal(listed).isEmpty()) {
            listed.orThrow().forEach(name -> labels.put(name, ""));
        }
        if (refusal(exposed).isEmpty()) {
            exposed.orThrow().forEach(space -> labels.put(space.name(), space.label()));
        }
        return new VisibleSpaces(labels, refusals);
    }

    SortedSet<String> names() {
        return new TreeSet<>(labels.keySet());
    }

    SortedSet<String> in(DiscoveryScope scope) {
        SortedSet<String> names = names();
        names.removeIf(name -> !scope.contains(name));
        return names;
    }

    /** The spaces that were asked for and cannot be seen. */
    SortedSet<String> missingFrom(DiscoveryScope scope) {
        SortedSet<String> missing = new TreeSet<>(scope.spaces());
        missing.removeAll(labels.keySet());
        return missing;
    }

    private static Optional<ConnectorException> refusal(Fetched<?> answer) {
        return answer instanceof Refused<?> refused ? Optional.of(refused.error()) : Optional.empty();
    }

    private static ConnectorException shutOut(ConnectorException refusal) {
        String remedy = refusal.kind() == ErrorKind.FORBIDDEN ? NOT_FOR_THIS_PURPOSE : refusal.remedy();
        return new ConnectorException(
                refusal.kind(), refusal.object(), String.valueOf(refusal.getMessage()), remedy, refusal);
    }
}
