package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.DataProcess;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what was discovered to what Glue should say. The one entry point of this package.
 *
 * <p>Pure: equal snapshots and rules give equal results, whatever the order of discovery. Bad input never stops it; what
 * does not fit becomes a finding.
 */
public final class CatalogMapper {

    /** Changes whenever the same input is to give other output, so that digests of an older version never match. */
    public static final String VERSION = "2";

    private final CatalogSnapshot snapshot;
    private final MappingRules rules;
    private final Map<String, String> held;
    private final FindingLog findings;
    private final DatasetMapper datasets;
    private final ProcessMapper processes;
    private final SortedMap<String, List<Asset>> assetsBySpace;
    private final Map<AssetId, List<String>> loadedBy;
    private final SortedMap<AssetId, TableName> tables = new TreeMap<>();
    private final SortedMap<AssetId, String> places = new TreeMap<>();

    private CatalogMapper(CatalogSnapshot snapshot, MappingRules rules, Map<String, String> held) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.held = held;
        this.findings = new FindingLog(snapshot.findings());
        this.datasets = new DatasetMapper(rules.environment(), rules.comments(), findings);
        this.processes = new ProcessMapper(rules.environment(), findings);
        this.assetsBySpace = snapshot.assets().stream()
                .collect(Collectors.groupingBy(asset -> asset.id().space(), TreeMap::new, Collectors.toList()));
        this.loadedBy = loaders(snapshot);
    }

    /** Maps for the first time, when nothing has a name in Glue yet. */
    public static MappingResult map(CatalogSnapshot snapshot, MappingRules rules) {
        return map(snapshot, rules, Map.of());
    }

    /**
     * Maps.
     *
     * @param held the space that each database has been for so far: of spaces that would share a name, the one that has it
     *             keeps it
     */
    public static MappingResult map(CatalogSnapshot snapshot, MappingRules rules, Map<String, String> held) {
        return new CatalogMapper(snapshot, rules, held).map();
    }

    /**
     * The flows that write to each table. Only those of the table's own space count: whether another space is in scope
     * must not change the table.
     */
    private static Map<AssetId, List<String>> loaders(CatalogSnapshot snapshot) {
        Map<AssetId, List<String>> loaders = new TreeMap<>();
        for (Asset asset : snapshot.assets()) {
            asset.targets().stream()
                    .filter(AssetId.class::isInstance)
                    .map(AssetId.class::cast)
                    .filter(target -> target.space().equals(asset.id().space()))
                    .forEach(target -> loaders.computeIfAbsent(target, each -> new ArrayList<>(1))
                            .add(asset.id().text()));
        }
        return loaders;
    }

    private MappingResult map() {
        SortedMap<String, String> databases = databaseNames();
        List<GlueDatabase> mapped = new ArrayList<>(databases.size());
        databases.forEach((space, database) -> mapped.add(database(space, database)));
        List<GlueJob> jobs = rules.jobs().map(this::jobs).orElse(List.of());
        of(OtherObject.class, snapshot.assets()).filter(this::isMapped).forEach(this::reportOther);
        reportExclusions();
        return new MappingResult(new GlueCatalog(mapped, jobs), findings.sorted(), databases, tables, places);
    }

    /**
     * The databases of all spaces in the snapshot, those included of which only assets are known. Their names do not depend
     * on which spaces are in scope or left out, since all that exist take part.
     */
    private SortedMap<String, String> databaseNames() {
        NamePattern pattern = rules.databases();
        SortedSet<String> inScope = new TreeSet<>(assetsBySpace.keySet());
        snapshot.spaces().forEach(space -> inScope.add(space.name()));
        SortedSet<String> all = new TreeSet<>(snapshot.names());
        all.addAll(inScope);
        inScope.removeIf(space -> rules.exclusions().ofSpace(space).isPresent());
        NameRules.Names names =
                NameRules.assign(all, pattern.room(), (space, name) -> space.equals(held.get(pattern.name(name))));
        findings.collisions(names.only(inScope), space -> AssetId.SCHEME + space);
        SortedMap<String, String> databases = new TreeMap<>();
        inScope.forEach(space -> databases.put(space, pattern.name(names.of(space))));
        return databases;
    }

    private GlueDatabase database(String space, String name) {
        List<GlueTable> mapped = tables(space, name);
        Space described = snapshot.space(space).orElseGet(() -> new Space(space, null, null, List.of()));
        TextRules.Fitted description = TextRules.fit(
                TextRules.paragraph(described.label(), described.description()), TextRules.DESCRIPTION_BYTES);
        Parameters parameters = header(described, description.cut());
        if (rules.jobs().isEmpty()) {
            addProcesses(parameters, space, name);
        }
        findings.cuts(parameters, () -> AssetId.SCHEME + space);
        return digested(GlueDatabase.of(name, description.text(), parameters.values(), mapped));
    }

    private List<GlueTable> tables(String space, String database) {
        List<Dataset> inSpace = of(Dataset.class, assetsOf(space)).toList();
        NameRules.Names names = namesIn(space, inSpace);
        List<GlueTable> mapped = new ArrayList<>(inSpace.size());
        for (Dataset dataset : mapped(inSpace)) {
            TableName name = new TableName(database, names.of(dataset.id().name()));
            mapped.add(datasets.map(dataset, name, loadedBy.getOrDefault(dataset.id(), List.of())));
            tables.put(dataset.id(), name);
        }
        return mapped;
    }

    /** What is left out takes part, so that leaving it out gives nobody else another name. */
    private NameRules.Names namesIn(String space, List<? extends Asset> assets) {
        NameRules.Names names =
                NameRules.assign(assets.stream().map(asset -> asset.id().name()).toList());
        findings.collisions(only(names, assets, asset -> asset.id().name()), name -> new AssetId(space, name).text());
        return names;
    }

    private NameRules.Names only(
            NameRules.Names names, List<? extends Asset> assets, Function<? super Asset, String> original) {
        return names.suffixed().isEmpty()
                ? names
                : names.only(mapped(assets).stream().map(original).collect(Collectors.toSet()));
    }

    private <T extends Asset> List<T> mapped(List<T> assets) {
        return rules.exclusions().patterns().isEmpty()
                ? assets
                : assets.stream().filter(this::isMapped).toList();
    }

    private boolean isMapped(Asset asset) {
        return rules.exclusions().ofAsset(asset.id()).isEmpty();
    }

    private static GlueDatabase digested(GlueDatabase database) {
        Map<String, String> complete = new LinkedHashMap<>(database.parameters());
        complete.put(ParameterKey.DIGEST.key(), Fingerprints.ofDatabase(database));
        return database.withParameters(complete);
    }

    private Parameters header(Space space, boolean descriptionCut) {
        return new Parameters()
                .text(ParameterKey.OWNER, rules.environment())
                .text(ParameterKey.VERSION, VERSION)
                .text(ParameterKey.SOURCE, snapshot.tenant())
                .text(ParameterKey.SPACE, space.name())
                .text(ParameterKey.LABEL, space.label())
                .text(ParameterKey.DESCRIPTION, descriptionCut ? space.description() : "")
                .objects(ParameterKey.CONNECTIONS, space.connections(), ShapeJson::connection);
    }

    private void addProcesses(Parameters parameters, String space, String database) {
        List<DataProcess> inSpace = of(DataProcess.class, assetsOf(space)).toList();
        NameRules.Names names = namesIn(space, inSpace);
        for (DataProcess process : mapped(inSpace)) {
            String name = names.of(process.id().name());
            processes.addTo(parameters, process, name);
            places.put(process.id(), "glue:" + database + "#" + ProcessMapper.key(name));
        }
    }

    private List<GlueJob> jobs(MappingRules.JobRules jobRules) {
        NamePattern pattern = jobRules.names(rules.environment());
        List<DataProcess> all = of(DataProcess.class, snapshot.assets()).toList();
        NameRules.Names names =
                NameRules.assign(all.stream().map(CatalogMapper::path).toList(), pattern.room());
        findings.collisions(only(names, all, CatalogMapper::path), path -> AssetId.SCHEME + path);
        List<GlueJob> jobs = new ArrayList<>(all.size());
        for (DataProcess process : mapped(all)) {
            String name = pattern.name(names.of(path(process)));
            jobs.add(processes.job(process, name, jobRules));
            places.put(process.id(), "glue-job:" + name);
        }
        return jobs;
    }

    /** Space and name; different for different assets, since the name of a space holds no slash. */
    private static String path(Asset asset) {
        return asset.id().text().substring(AssetId.SCHEME.length());
    }

    private List<Asset> assetsOf(String space) {
        return assetsBySpace.getOrDefault(space, List.of());
    }

    private static <T extends Asset> Stream<T> of(Class<T> kind, List<Asset> assets) {
        return assets.stream().filter(kind::isInstance).map(kind::cast);
    }

    private void reportOther(OtherObject object) {
        findings.add(Finding.info(
                "no-counterpart",
                object.id().text(),
                "an object of type '" + object.type() + "' has no counterpart in a data catalog"));
    }

    private void reportExclusions() {
        snapshot.spaces()
                .forEach(space -> rules.exclusions()
                        .ofSpace(space.name())
                        .ifPresent(pattern -> reportExclusion(AssetId.SCHEME + space.name(), pattern)));
        snapshot.assets()
                .forEach(asset -> rules.exclusions()
                        .ofAsset(asset.id())
                        .ifPresent(pattern -> reportExclusion(asset.id().text(), pattern)));
    }

    private void reportExclusion(String subject, String pattern) {
        findings.add(Finding.info("excluded", subject, "the mapping rules leave it out of Glue: " + pattern));
    }
}
