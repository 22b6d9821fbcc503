package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Finding;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists all objects of all spaces.
 *
 * <p>A list does not say whether it goes on, nor how many rows the server allows a page: 25 and 200 were met. So the first
 * page of every list is read, and then the lists that are as long as the longest of them are read on: a server that gave
 * one list more rows would have given them to the others, too. That costs about one call more than there are lists, and
 * loses nothing whatever the limit is.
 */
final class ListSurvey {

    private static final Logger LOG = LoggerFactory.getLogger(ListSurvey.class);
    /** Page limits that were met are multiples of this. */
    private static final int USUAL_PAGE = 25;

    private final CoreApi core;
    private final Workers workers;
    private final SnapshotSink sink;
    private final Progress progress;
    private final Outage outage;
    private final ConcurrentMap<ListKey, ObjectList> lists = new ConcurrentHashMap<>();
    private final Set<String> closedSpaces = ConcurrentHashMap.newKeySet();
    private volatile ListColumns columns = ListColumns.ALL;
    private int asked;

    ListSurvey(CoreApi core, Workers workers, SnapshotSink sink, Progress progress, Outage outage) {
        this.core = core;
        this.workers = workers;
        this.sink = sink;
        this.progress = progress;
        this.outage = outage;
    }

    private record ListKey(String space, ObjectSegment segment) {}

    /**
     * Lists what these spaces hold. Lists that cannot be read become gaps; those of types that a tenant need not know become
     * findings. To be called once per space; the first call shows which types the tenant knows.
     */
    SortedMap<AssetId, Listed> read(Collection<String> spaces) {
        int most = spaces.size() * ObjectSegment.values().length;
        progress.stage("lists", most);
        asked = 0;
        boolean first = lists.isEmpty();
        List<String> readable = knock(spaces);
        each(keys(readable, EnumSet.complementOf(EnumSet.of(ObjectSegment.LOCAL_TABLES)), ObjectSegment.required()));
        List<String> probed = first ? readable.stream().limit(1).toList() : List.of();
        each(keys(probed, EnumSet.allOf(ObjectSegment.class), ObjectSegment.optional()));
        List<String> others = readable.stream().skip(probed.size()).toList();
        each(keys(others, served(), ObjectSegment.optional()));
        progress.advance(most - asked);
        readOn(spaces);
        return found(spaces);
    }

    /** Reads the first list of every space, which tells whether we are a member; the first open one settles the columns. */
    private List<String> knock(Collection<String> spaces) {
        Deque<String> untried = new ArrayDeque<>(spaces);
        while (!untried.isEmpty() && lists.isEmpty()) {
            settleColumns(new ListKey(untried.remove(), ObjectSegment.LOCAL_TABLES));
        }
        each(untried.stream()
                .map(space -> new ListKey(space, ObjectSegment.LOCAL_TABLES))
                .toList());
        return spaces.stream().filter(space -> !closedSpaces.contains(space)).toList();
    }

    private void settleColumns(ListKey key) {
        asked++;
        progress.advance(1);
        attempt(key, () -> {
            ObjectList list = begun(key);
            columns = list.columns();
            lists.put(key, list);
        });
    }

    /** What the probed space showed to be served; nothing if there was none to probe. */
    private Set<ObjectSegment> served() {
        Set<ObjectSegment> served = EnumSet.noneOf(ObjectSegment.class);
        lists.keySet().forEach(key -> served.add(key.segment()));
        return served;
    }

    private static List<ListKey> keys(
            Collection<String> spaces, Set<ObjectSegment> wanted, Collection<ObjectSegment> among) {
        return spaces.stream()
                .flatMap(space -> among.stream().filter(wanted::contains).map(segment -> new ListKey(space, segment)))
                .toList();
    }

    private void each(List<ListKey> keys) {
        asked += keys.size();
        workers.each(
                keys,
                progress,
                key -> attempt(key, () -> {
                    lists.put(key, begun(key));
                }));
    }

    /** Reads the first page, with fewer columns than other lists have if this type of object does not know them all. */
    private ObjectList begun(ListKey key) {
        ListColumns wanted = columns;
        Fetched<List<ListedObject>> page = core.page(key.space(), key.segment(), wanted, 0);
        Optional<ListColumns> fewer = wanted.fewer();
        while (page.refusedWith(400) && fewer.isPresent()) {
            wanted = fewer.get();
            fewer = wanted.fewer();
            page = core.page(key.space(), key.segment(), wanted, 0);
        }
        return new ObjectList(wanted, page.orThrow());
    }

    private void readOn(Collection<String> spaces) {
        int longest =
                lists.values().stream().mapToInt(ObjectList::firstPage).max().orElse(0);
        List<ListKey> cut = lists.entrySet().stream()
                .filter(list -> spaces.contains(list.getKey().space()))
                .filter(list -> longest > 0 && list.getValue().firstPage() == longest)
                .map(Map.Entry::getKey)
                .toList();
        workers.each(cut, Progress.NONE, key -> attempt(key, () -> readOn(key, longest)));
    }

    private void readOn(ListKey key, int longest) {
        ObjectList list = lists.getOrDefault(key, ObjectList.NONE);
        List<ListedObject> page;
        do {
            page = core.page(key.space(), key.segment(), list.columns(), list.size())
                    .orThrow();
        } while (list.append(page) && page.size() >= longest);
        if (list.repeats(page) && list.size() % USUAL_PAGE == 0) {
            sink.gap(
                    AssetId.SCHEME + key.space(),
                    "The list of " + key.segment().path() + " stops after " + list.size()
                            + " objects and cannot be paged");
        }
    }

    private void attempt(ListKey key, Runnable reading) {
        Optional<ConnectorException> outageCause = outage.declared();
        if (outageCause.isPresent()) {
            sink.gap(AssetId.SCHEME + key.space(), outageCause.get());
            return;
        }
        try {
            reading.run();
            outage.succeeded();
        } catch (ConnectorException error) {
            outage.failed(error);
            missed(key, error);
        }
    }

    private void missed(ListKey key, ConnectorException error) {
        String subject = AssetId.SCHEME + key.space();
        if (key.segment().hasDefinition()) {
            closeIfForbidden(key, error);
            sink.gap(subject, error);
        } else if (error.kind() == ErrorKind.NOT_FOUND || error.kind() == ErrorKind.INVALID) {
            LOG.info("The tenant does not list {}", key.segment().path());
        } else {
            sink.finding(Finding.warning("list-not-read", subject, String.valueOf(error.getMessage()), error.remedy()));
        }
    }

    private void closeIfForbidden(ListKey key, ConnectorException error) {
        if (key.segment() == ObjectSegment.LOCAL_TABLES && error.kind() == ErrorKind.FORBIDDEN) {
            closedSpaces.add(key.space());
        }
    }

    /** Should a name be in two lists, the type with more to it counts; the order of types is by that. */
    private SortedMap<AssetId, Listed> found(Collection<String> spaces) {
        SortedMap<AssetId, Listed> found = new TreeMap<>();
        lists.entrySet().stream()
                .filter(list -> spaces.contains(list.getKey().space()))
                .sorted(Comparator.comparing(entry -> entry.getKey().segment()))
                .forEach(entry -> entry.getValue()
                        .rows()
                        .forEach(row -> found.putIfAbsent(
                                new AssetId(entry.getKey().space(), row.name()),
                                new Listed(entry.getKey().segment(), row))));
        return found;
    }
}
