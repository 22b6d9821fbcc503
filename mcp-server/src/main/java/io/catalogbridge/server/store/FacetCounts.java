package io.catalogbridge.server.store;

import io.catalogbridge.server.store.SearchResult.Facets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Counts by what the numbers of entries tell. */
record FacetCounts(Handle handle, int environment) {

    private static final int MOST_CONTAINERS = 10;

    Facets of(long[] numbers) {
        Map<String, Long> systems = new TreeMap<>();
        Map<String, Long> kinds = new TreeMap<>();
        Map<Integer, Long> containers = new HashMap<>();
        Map<Integer, Long> orders = new HashMap<>();
        for (long number : numbers) {
            orders.merge(EntryNumber.kind(number), 1L, Long::sum);
            containers.merge(EntryNumber.container(number), 1L, Long::sum);
        }
        orders.forEach((order, count) -> EntryKind.at(order).ifPresent(kind -> {
            systems.merge(kind.system(), count, Long::sum);
            kinds.merge(kind.label(), count, Long::sum);
        }));
        return new Facets(systems, kinds, named(containers));
    }

    private Map<String, Long> named(Map<Integer, Long> containers) {
        Map<String, Long> named = new LinkedHashMap<>();
        containers.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CONTAINERS)
                .forEach(each -> named.put(name(each.getKey()), each.getValue()));
        named.remove("");
        return named;
    }

    private String name(int container) {
        return handle.createQuery("""
                        select container from container_number
                        where environment = :environment and number = :number""")
                .bind("environment", environment)
                .bind("number", container)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }
}
