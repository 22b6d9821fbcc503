package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Shape;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.glue.Fingerprints;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueJob;
import io.catalogbridge.mapping.glue.GlueObservation;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.plan.Plan;
import io.catalogbridge.mapping.plan.PlanInput;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.plan.Planner;
import io.catalogbridge.mapping.rules.MappingRules.JobRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the mapping of every tenant, hostile ones included. */
class MappingLawsTest {

    private static final MappingRules PARAMETERS = MappingRules.defaults("dog");
    private static final MappingRules JOBS = PARAMETERS.withJobs(JobRules.of("role", "s3://bucket/script.py"));

    @Property(tries = 200)
    void everyAssetIsMappedOrReported(
            @ForAll("tenants") CatalogSnapshot snapshot, @ForAll("rules") MappingRules rules) {
        MappingResult result = CatalogMapper.map(snapshot, rules);

        Set<String> accounted =
                new HashSet<>(result.findings().stream().map(Finding::subject).toList());
        result.tables().keySet().forEach(id -> accounted.add(id.text()));
        result.processes().keySet().forEach(id -> accounted.add(id.text()));
        assertThat(accounted)
                .containsAll(snapshot.assets().stream()
                        .map(asset -> asset.id().text())
                        .toList());
        assertThat(result.catalog().tables().map(GlueTable::name))
                .containsExactlyInAnyOrderElementsOf(result.tables().values());
    }

    @Property(tries = 200)
    void namesAreValidAndNeverCollide(
            @ForAll("tenants") CatalogSnapshot snapshot, @ForAll("rules") MappingRules rules) {
        MappingResult result = CatalogMapper.map(snapshot, rules);

        List<GlueDatabase> databases = result.catalog().databases();
        assertValid(databases.stream().map(GlueDatabase::name).toList());
        assertValid(result.catalog().jobs().stream().map(GlueJob::name).toList());
        databases.forEach(database -> {
            assertValid(database.tables().stream()
                    .map(GlueTable::name)
                    .map(TableName::table)
                    .toList());
            database.tables()
                    .forEach(table -> assertValid(
                            table.columns().stream().map(GlueColumn::name).toList()));
        });
    }

    private static void assertValid(Collection<String> names) {
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_]{1,128}"));
    }

    @Property(tries = 200)
    void everythingFitsIntoGlue(@ForAll("tenants") CatalogSnapshot snapshot) {
        MappingResult result = CatalogMapper.map(snapshot, PARAMETERS);

        result.catalog().databases().forEach(database -> assertParametersFit(database.parameters()));
        result.catalog().tables().forEach(table -> {
            assertThat(table.description().getBytes(UTF_8).length).isLessThanOrEqualTo(2_048);
            assertParametersFit(table.parameters());
            table.columns().forEach(MappingLawsTest::assertFits);
        });
    }

    private static void assertFits(GlueColumn column) {
        assertThat(column.comment().getBytes(UTF_8).length).isLessThanOrEqualTo(255);
        assertThat(column.comment()).doesNotContainPattern("\\p{Cc}").doesNotContainPattern("\\p{Cs}");
        assertThat(GlueType.parse(column.type().print())).isEqualTo(column.type());
        assertParametersFit(column.parameters());
    }

    private static void assertParametersFit(Map<String, String> parameters) {
        parameters.forEach((key, value) -> {
            assertThat(key).matches("(comment|catalogbridge\\.[a-z0-9_.-]{1,240})");
            assertThat(new String(value.getBytes(UTF_8), UTF_8))
                    .isEqualTo(value)
                    .isNotEmpty();
        });
    }

    @Property(tries = 200)
    void theOrderOfDiscoveryLeavesNoTrace(@ForAll("tenants") CatalogSnapshot snapshot, @ForAll Random random) {
        CatalogSnapshot shuffled = new CatalogSnapshot(
                snapshot.tenant(),
                snapshot.whole(),
                shuffled(snapshot.spaces(), random),
                shuffled(snapshot.assets(), random),
                snapshot.findings(),
                snapshot.gaps());

        assertThat(CatalogMapper.map(shuffled, JOBS)).isEqualTo(CatalogMapper.map(snapshot, JOBS));
    }

    private static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Property(tries = 200)
    void parametersAreThoseOfTheTable(@ForAll("tenants") CatalogSnapshot snapshot) {
        MappingResult result = CatalogMapper.map(snapshot, PARAMETERS);

        assertThat(result.catalog().databases())
                .allMatch(database -> areKnown(database.parameters(), ParameterKey.Place.DATABASE));
        assertThat(result.catalog().tables())
                .allMatch(table -> areKnown(table.parameters(), ParameterKey.Place.TABLE))
                .allMatch(table -> table.columns().stream()
                        .allMatch(column -> areKnown(column.parameters(), ParameterKey.Place.COLUMN)));
        assertThat(CatalogMapper.map(snapshot, JOBS).catalog().jobs())
                .allMatch(job -> job.arguments().keySet().stream()
                        .allMatch(argument -> isKnown(argument.substring(2), ParameterKey.Place.JOB)));
    }

    private static boolean areKnown(Map<String, String> parameters, ParameterKey.Place place) {
        return parameters.keySet().stream().allMatch(key -> isKnown(key, place));
    }

    private static boolean isKnown(String key, ParameterKey.Place place) {
        return Stream.of(ParameterKey.values())
                .filter(known -> known.places().contains(place))
                .anyMatch(known -> known == ParameterKey.FLOW ? key.startsWith(known.key()) : key.equals(known.key()));
    }

    @Property(tries = 200)
    void fingerprintsDifferExactlyWhereTablesDo(
            @ForAll("tenants") CatalogSnapshot first, @ForAll("tenants") CatalogSnapshot second) {
        Map<GlueTable, String> fingerprints = new LinkedHashMap<>();
        Stream.of(first, second, first)
                .flatMap(snapshot ->
                        CatalogMapper.map(snapshot, PARAMETERS).catalog().tables())
                .forEach(table -> {
                    String fingerprint = Fingerprints.ofTable(table);
                    assertThat(table.parameters()).containsEntry("catalogbridge.fingerprint", fingerprint);
                    assertThat(fingerprints.getOrDefault(table, fingerprint)).isEqualTo(fingerprint);
                    fingerprints.put(table, fingerprint);
                });

        assertThat(fingerprints.values()).doesNotHaveDuplicates();
    }

    /** Whatever was not read of a tenant that has not changed, and however that is stated. */
    @Property(tries = 500)
    void aPartialReadingOfAnUnchangedTenantPlansNothing(
            @ForAll("tenants") CatalogSnapshot any, @ForAll("rules") MappingRules rules, @ForAll Random random) {
        CatalogSnapshot tenant = writable(any);
        GlueCatalog written = CatalogMapper.map(tenant, rules).catalog();

        CatalogSnapshot partial = readInPart(tenant, random);
        Plan plan = Planner.plan(new PlanInput(
                        rules.environment(),
                        CatalogMapper.map(partial, rules).catalog(),
                        List.of(),
                        partial.gaps(),
                        true,
                        observed(written),
                        written,
                        new PlanPolicy(true, 1, Duration.ZERO, 1_000, PlanPolicy.FieldStrategies.DEFAULT),
                        Instant.EPOCH))
                .plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).isEmpty();
    }

    /** Without names of characters that Glue does not store; in Glue, such names look like each other. */
    private static CatalogSnapshot writable(CatalogSnapshot tenant) {
        return new CatalogSnapshot(
                tenant.tenant(),
                true,
                tenant.spaces().stream().filter(space -> isText(space.name())).toList(),
                tenant.assets().stream()
                        .filter(asset -> isText(asset.id().space() + asset.id().name()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static boolean isText(String name) {
        return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_- ".indexOf(c) >= 0);
    }

    private static CatalogSnapshot readInPart(CatalogSnapshot tenant, Random random) {
        List<Gap> gaps = new ArrayList<>(List.of(new Gap("datasphere:ELSEWHERE/THING", "")));
        List<Space> spaces = new ArrayList<>();
        for (Space space : tenant.spaces()) {
            if (random.nextInt(4) > 0) {
                spaces.add(space);
            } else {
                gaps.add(new Gap("datasphere:" + space.name(), ""));
            }
        }
        List<Asset> assets = new ArrayList<>();
        for (Asset asset : tenant.assets()) {
            if (random.nextInt(4) > 0) {
                assets.add(asset);
            } else {
                gaps.add(new Gap(asset.id().text(), ""));
            }
        }
        return new CatalogSnapshot(tenant.tenant(), true, spaces, assets, List.of(), gaps);
    }

    private static GlueObservation observed(GlueCatalog catalog) {
        return GlueObservation.of(
                catalog,
                Map.of(),
                catalog.databases().stream().map(GlueDatabase::name).collect(Collectors.toSet()),
                true);
    }

    @Provide
    Arbitrary<MappingRules> rules() {
        return Arbitraries.of(PARAMETERS, JOBS);
    }

    @Provide
    Arbitrary<CatalogSnapshot> tenants() {
        Arbitrary<Space> space = Combinators.combine(spaceNames(), texts(), texts())
                .as((name, label, description) -> new Space(name, label, description, List.of()));
        return Combinators.combine(
                        space.list().ofMaxSize(3).uniqueElements(Space::name),
                        assets().list().ofMaxSize(12))
                .as((spaces, assets) ->
                        new CatalogSnapshot("demo.example", true, spaces, distinct(assets), List.of(), List.of()));
    }

    private static List<Asset> distinct(List<Asset> assets) {
        return List.copyOf(assets.stream()
                .collect(Collectors.toMap(Asset::id, asset -> asset, (a, b) -> a, LinkedHashMap::new))
                .values());
    }

    private static Arbitrary<Asset> assets() {
        Arbitrary<Asset> table = Combinators.combine(
                        spaceNames(), names(), texts(), columns().list().ofMaxSize(8))
                .as((space, name, text, columns) ->
                        Tenants.table(Tenants.head(space, name, text, text + "."), Shape.of(columns)));
        Arbitrary<Asset> flow = Combinators.combine(spaceNames(), names(), names())
                .as((space, name, target) -> Tenants.flow(
                        space, name, Tenants.transfer(Tenants.id(space, target), Tenants.id(space, target + "2"))));
        Arbitrary<Asset> chain = Combinators.combine(spaceNames(), names())
                .as((space, name) -> Tenants.chain(space, name, Tenants.id(space, name)));
        Arbitrary<Asset> other =
                Combinators.combine(spaceNames(), names()).as((space, name) -> Tenants.other(space, name, "idt"));
        return Arbitraries.oneOf(table, table, flow, chain, other);
    }

    private static Arbitrary<Column> columns() {
        Arbitrary<DataType> type = Arbitraries.of(
                new DataType.Text(10),
                new DataType.FloatingDecimal(),
                new DataType.Unknown("x.y"),
                new DataType.Structure(List.of(
                        new DataType.Structure.Field("ä", new DataType.Time()),
                        new DataType.Structure.Field("AE", new DataType.Bool()))));
        return Combinators.combine(names(), type, texts(), Arbitraries.of(true, false))
                .as((name, columnType, text, key) -> Column.of(name, columnType)
                        .withLabel(text)
                        .withDescription(text + text)
                        .withKey(key));
    }

    private static Arbitrary<String> spaceNames() {
        return Arbitraries.oneOf(
                Arbitraries.of("SALES", "Sales", "SALES_", "S A", "x".repeat(200), "x".repeat(201)),
                names().map(name -> name.replace('/', '-')));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().withChars("aA_-ä").ofMinLength(1).ofMaxLength(3),
                        Arbitraries.strings().all().ofMinLength(1).ofMaxLength(140),
                        Arbitraries.strings()
                                .withCharRange('\uD7F0', '\uE010')
                                .ofMinLength(1)
                                .ofMaxLength(3))
                .filter(name -> !name.isEmpty());
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(600),
                Arbitraries.strings().withCharRange('\u0000', '\u00FF').ofMaxLength(100));
    }
}
