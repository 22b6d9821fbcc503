package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.csn.SnapshotAssembler;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One run: spaces, then lists, then definitions. Used once. */
final class Discovery {

    private static final String TENANT_SUBJECT = AssetId.SCHEME;
    private static final String CANCELLED = "The run was cancelled before everything was read";

    private final TenantAddress tenant;
    private final CatalogApi catalog;
    private final CoreApi core;
    private final DefinitionCache cache;
    private final Workers workers;
    private final Clock clock;
    private final DiscoveryScope scope;
    private final Progress progress;
    private final Outage outage = new Outage();

    Discovery(
            TenantAddress tenant,
            CatalogApi catalog,
            CoreApi core,
            DefinitionCache cache,
            Workers workers,
            Clock clock,
            DiscoveryScope scope,
            Progress progress) {
        this.tenant = tenant;
        this.catalog = catalog;
        this.core = core;
        this.cache = cache;
        this.workers = workers;
        this.clock = clock;
        this.scope = scope;
        this.progress = progress;
    }

    CatalogSnapshot run() {
        try {
            progress.stage("spaces", -1);
            return read(VisibleSpaces.read(catalog, core));
        } catch (CancellationException beforeAnythingWasRead) {
            return new CatalogSnapshot(
                    tenant.host(),
                    scope.whole(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Gap(TENANT_SUBJECT, CANCELLED)));
        }
    }

    private CatalogSnapshot read(VisibleSpaces visible) {
        SnapshotSink sink = new SnapshotSink(new SnapshotAssembler(tenant.host(), scope.whole(), visible.names()));
        note(visible, sink);
        try {
            readWithSources(visible, sink);
        } catch (CancellationException stopped) {
            visible.in(scope).forEach(space -> sink.gap(AssetId.SCHEME + space, CANCELLED));
        }
        return scope.whole() ? sink.assemble() : Excerpt.of(sink.assemble(), scope);
    }

    /**
     * Reads the spaces in scope, then those that their definitions mention, and so on: a column may get its type and meaning
     * from a space that was not asked for.
     */
    private void readWithSources(VisibleSpaces visible, SnapshotSink sink) {
        ListSurvey lists = new ListSurvey(core, workers, sink, progress, outage);
        MentionedSpaces mentioned = new MentionedSpaces(visible.names());
        AssetReader reader = new AssetReader(core, tenant, cache, sink, mentioned, outage, clock);
        SortedSet<String> all = new TreeSet<>();
        SortedSet<String> next = visible.in(scope);
        while (!next.isEmpty()) {
            all.addAll(next);
            readSpaces(visible, next, sink);
            readAssets(tasks(lists.read(next), readExposed(next, sink)), reader);
            next = mentioned.outside(all);
        }
    }

    private void note(VisibleSpaces visible, SnapshotSink sink) {
        visible.missingFrom(scope)
                .forEach(space -> sink.gap(
                        AssetId.SCHEME + space, "There is no such space, or the caller is not a member of it"));
        visible.refusals()
                .forEach(refusal -> sink.finding(Finding.warning(
                        "spaces-listed-in-part",
                        TENANT_SUBJECT,
                        String.valueOf(refusal.getMessage()),
                        refusal.remedy())));
    }

    private void readSpaces(VisibleSpaces visible, SortedSet<String> spaces, SnapshotSink sink) {
        progress.stage("spaces", spaces.size());
        SpaceReader reader = new SpaceReader(core, sink);
        workers.each(
                spaces, progress, space -> reader.read(space, visible.labels().getOrDefault(space, "")));
    }

    private SortedMap<AssetId, CatalogAsset> readExposed(SortedSet<String> spaces, SnapshotSink sink) {
        SortedMap<AssetId, CatalogAsset> exposed = new TreeMap<>();
        if (scope.whole()) {
            add(exposed, spaces, sink, catalog::assets);
        } else {
            spaces.forEach(space -> add(exposed, List.of(space), sink, () -> catalog.assets(space)));
        }
        exposed.keySet().removeIf(asset -> !spaces.contains(asset.space()));
        return exposed;
    }

    private static void add(
            SortedMap<AssetId, CatalogAsset> exposed,
            Collection<String> spaces,
            SnapshotSink sink,
            Supplier<Fetched<List<CatalogAsset>>> call) {
        try {
            call.get().orThrow().forEach(asset -> exposed.put(asset.id(), asset));
        } catch (ConnectorException error) {
            spaces.forEach(space -> sink.gap(AssetId.SCHEME + space, error));
        }
    }

    private static List<AssetTask> tasks(SortedMap<AssetId, Listed> listed, SortedMap<AssetId, CatalogAsset> exposed) {
        return Stream.concat(listed.keySet().stream(), exposed.keySet().stream())
                .distinct()
                .sorted()
                .map(id -> new AssetTask(id, Optional.ofNullable(listed.get(id)), Optional.ofNullable(exposed.get(id))))
                .toList();
    }

    private void readAssets(List<AssetTask> tasks, AssetReader reader) {
        progress.stage("definitions", tasks.size());
        workers.each(tasks, progress, reader::read);
    }
}
