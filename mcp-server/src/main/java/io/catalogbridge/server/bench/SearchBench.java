package io.catalogbridge.server.bench;

import io.catalogbridge.server.bench.SearchMeasurement.Latency;
import io.catalogbridge.server.store.CatalogEntry;
import io.catalogbridge.server.store.CatalogIndex;
import io.catalogbridge.server.store.CatalogIndex.Content;
import io.catalogbridge.server.store.SearchFilter;
import io.catalogbridge.server.store.SearchQuery;
import io.catalogbridge.server.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills a store of its own with a generated catalog and measures searching in it, kind of query by kind of query, after having
 * searched for all of it once.
 */
public final class SearchBench {

    private static final String ENVIRONMENT = "bench";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CHANGED_AT_A_TIME = 100;

    /** The row of all searches together, which the budget is about. */
    private static final String ALL = "all";

    private final int assets;
    private final int repetitions;
    private final Consumer<String> note;

    /** @param repetitions searches of each kind */
    public SearchBench(int assets, int repetitions, Consumer<String> note) {
        this.assets = assets;
        this.repetitions = repetitions;
        this.note = note;
    }

    /** Works in a temporary folder and leaves nothing behind. */
    public SearchMeasurement run() {
        try {
            Path folder = Files.createTempDirectory("catalog-bridge-bench");
            try {
                return run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder of the bench cannot be used", e);
        }
    }

    private SearchMeasurement run(Path folder) throws IOException {
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            note.accept("Indexing " + assets + " assets");
            Duration build = timed(() -> store.catalog().replace(ENVIRONMENT, content(-1)));
            note.accept("Again, with " + CHANGED_AT_A_TIME + " changed");
            Duration again = timed(() -> store.catalog().replace(ENVIRONMENT, content(1)));
            note.accept("Searching for all of it once, unmeasured");
            latencies(store.catalog(), kind -> {});
            Map<String, Latency> latencies = latencies(store.catalog(), kind -> note.accept("Searching: " + kind));
            return new SearchMeasurement(assets, build, again, size(folder), latencies);
        }
    }

    private Map<String, Latency> latencies(CatalogIndex catalog, Consumer<String> begun) {
        Map<String, Latency> latencies = new LinkedHashMap<>();
        List<Sample> all = new ArrayList<>();
        queries().forEach((kind, queries) -> {
            begun.accept(kind);
            List<Sample> samples =
                    queries.stream().map(query -> sample(catalog, query)).toList();
            latencies.put(kind, latency(samples));
            all.addAll(samples);
        });
        latencies.put(ALL, latency(all));
        return latencies;
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Content content(int revision) {
        return new Content(ENVIRONMENT, true, 1, assets, List.of(), entries(revision), List.of(), List.of());
    }

    private Iterable<CatalogEntry> entries(int revision) {
        GeneratedCatalog catalog = new GeneratedCatalog(assets);
        int step = Math.max(1, assets / CHANGED_AT_A_TIME);
        return () -> IntStream.range(0, assets)
                .mapToObj(number -> catalog.entry(number, revision > 0 && number % step == 0 ? revision : 0))
                .iterator();
    }

    private Map<String, List<SearchQuery>> queries() {
        GeneratedCatalog catalog = new GeneratedCatalog(assets);
        Random random = new Random(1);
        Map<String, List<SearchQuery>> queries = new LinkedHashMap<>();
        queries.put("one word", times(() -> plain(catalog.word(random))));
        queries.put("two words", times(() -> plain(catalog.word(random) + " " + catalog.word(random))));
        queries.put("name", times(() -> plain(catalog.name(random.nextInt(assets)))));
        queries.put("prefix", times(() -> plain(beginning(catalog.word(random), random))));
        queries.put("typo", times(() -> plain(misspelt(catalog.word(random), random))));
        queries.put(
                "question",
                times(() -> plain(
                        "where does the " + catalog.word(random) + " of our " + catalog.word(random) + " come from")));
        queries.put("filter", times(() -> new SearchQuery(catalog.word(random), filter(random), 10, null)));
        queries.put("common word", times(() -> plain(catalog.commonWord(random))));
        queries.put(
                "common beginning", times(() -> plain(catalog.commonWord(random).substring(0, 2))));
        queries.put(
                "two common words", times(() -> plain(catalog.commonWord(random) + " " + catalog.commonWord(random))));
        queries.put("no words", times(() -> new SearchQuery("", filter(random), 10, null)));
        return queries;
    }

    private List<SearchQuery> times(Supplier<SearchQuery> query) {
        return Stream.generate(query).limit(repetitions).toList();
    }

    private static SearchQuery plain(String words) {
        return new SearchQuery(words, SearchFilter.NONE, 10, null);
    }

    private static String beginning(String word, Random random) {
        return word.substring(0, Math.min(word.length(), 3 + random.nextInt(6)));
    }

    private static String misspelt(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at)
                + (char) ('a' + random.nextInt(26))
                + word.substring(Math.min(word.length(), at + 1));
    }

    private static SearchFilter filter(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> SearchFilter.NONE.withKind("view");
            case 1 -> SearchFilter.NONE.withSystem("glue");
            case 2 -> SearchFilter.NONE.withContainer(GeneratedCatalog.space(random.nextInt(3)));
            case 3 -> SearchFilter.NONE.withOwner(GeneratedCatalog.owner(random.nextInt(40)));
            case 4 -> SearchFilter.NONE.withSemantic("measure").withTag("fact");
            default -> SearchFilter.NONE.withChangedSince(LocalDate.of(2025, 1 + random.nextInt(12), 15));
        };
    }

    private static Sample sample(CatalogIndex catalog, SearchQuery query) {
        long start = System.nanoTime();
        long busyStart = THREADS.getCurrentThreadCpuTime();
        long found = catalog.search(ENVIRONMENT, query).total();
        long busy = THREADS.getCurrentThreadCpuTime() - busyStart;
        return new Sample(System.nanoTime() - start, busy, found);
    }

    private static Latency latency(List<Sample> samples) {
        long[] times = samples.stream().mapToLong(Sample::time).sorted().toArray();
        long[] busy = samples.stream().mapToLong(Sample::busy).sorted().toArray();
        long found = samples.stream().mapToLong(Sample::found).sum();
        return new Latency(
                at(times, 0.5), at(times, 0.95), at(times, 1), at(busy, 0.5), at(busy, 0.95), found / samples.size());
    }

    private static Duration at(long[] sorted, double share) {
        return Duration.ofNanos(sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))]);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        Path[] files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.toArray(Path[]::new);
        }
        for (Path file : Arrays.asList(files)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    /** One search: how long it took and how long the processor was busy, in nanoseconds, and what it found. */
    private record Sample(long time, long busy, long found) {}
}
