package io.catalogbridge.server.store;

import io.catalogbridge.server.store.SearchResult.Facets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        List<Map.Entry<Integer, Long>> most = containers.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CONTAINERS)
                .toList();
        Map<Integer, String> names = names(most.stream().map(Map.Entry::getKey).toList());
        Map<String, Long> named = new LinkedHashMap<>();
        most.forEach(each -> named.put(names.getOrDefault(each.getKey(), ""), each.getValue()));
        named.remove("");
        return named;
    }

    private Map<Integer, String> names(Collection<Integer> containers) {
        Map<Integer, String> names = new HashMap<>();
        handle.createQuery("""
                        select number, container from container_number where environment = :environment
                          and number in (select value from json_each(:numbers))""")
                .bind("environment", environment)
                .bind("numbers", containers.toString())
                .map((row, context) -> Map.entry(row.getInt("number"), row.getString("container")))
                .forEach(each -> names.put(each.getKey(), each.getValue()));
        return names;
    }
}
