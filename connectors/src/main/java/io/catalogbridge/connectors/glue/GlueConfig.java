package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.limits.RateLimit;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which Glue Data Catalog to write to, as whom, and how fast.
 *
 * @param region      AWS Region, such as {@code eu-central-1}
 * @param endpoint    overrides the addresses of Glue and STS
 * @param catalogId   account that owns the catalog, if it is not the caller's; jobs always belong to the caller's
 * @param credentials whose rights calls are made with
 * @param skipArchive whether an update leaves no archived version of the table behind. On by default: what an update
 *                    changes is in the plan and in the audit log, and archived versions count against a quota of 100,000 per
 *                    table and a million per account, after which Glue refuses every update
 * @param location    S3 prefix that ends in a slash, under which new tables get the location {@code
 *                    <prefix><database>/<table>/}; empty to create tables without a location
 * @param concurrency calls under way at once, each on its own connection
 * @param reads       ceiling of calls that read
 * @param writes      ceiling of calls that write
 * @param patience    how long to wait and how often to try again
 */
public record GlueConfig(
        String region,
        Optional<URI> endpoint,
        Optional<String> catalogId,
        GlueCredentials credentials,
        boolean skipArchive,
        Optional<String> location,
        int concurrency,
        RateLimit reads,
        RateLimit writes,
        Patience patience) {

    /** Well below what AWS grants a new account; the adaptive limiter goes lower where even that is too much. */
    private static final RateLimit DEFAULT_RATE = new RateLimit(20, 20);

    private static final int DEFAULT_CONCURRENCY = 32;

    public GlueConfig {
        if (region.isBlank()) {
            throw new IllegalArgumentException("a Glue catalog needs a Region");
        }
        if (concurrency < 1 || concurrency > 256) {
            throw new IllegalArgumentException("between 1 and 256 calls can be under way at once, not " + concurrency);
        }
        if (location.filter(prefix -> !prefix.startsWith("s3://") || !prefix.endsWith("/"))
                .isPresent()) {
            throw new IllegalArgumentException("a location starts with s3:// and ends with a slash: " + location);
        }
    }

    /** The caller's own catalog in a Region, with the default chain of credentials. */
    public static GlueConfig of(String region) {
        return new GlueConfig(
                region,
                Optional.empty(),
                Optional.empty(),
                new GlueCredentials.DefaultChain(),
                true,
                Optional.empty(),
                DEFAULT_CONCURRENCY,
                DEFAULT_RATE,
                DEFAULT_RATE,
                Patience.DEFAULT);
    }

    public GlueConfig withEndpoint(URI other) {
        return new GlueConfig(
                region,
                Optional.of(other),
                catalogId,
                credentials,
                skipArchive,
                location,
                concurrency,
                reads,
                writes,
                patience);
    }

    public GlueConfig withCatalogId(String other) {
        return new GlueConfig(
                region,
                endpoint,
                Optional.of(other),
                credentials,
                skipArchive,
                location,
                concurrency,
                reads,
                writes,
                patience);
    }

    public GlueConfig withCredentials(GlueCredentials other) {
        return new GlueConfig(
                region, endpoint, catalogId, other, skipArchive, location, concurrency, reads, writes, patience);
    }

    public GlueConfig withSkipArchive(boolean other) {
        return new GlueConfig(
                region, endpoint, catalogId, credentials, other, location, concurrency, reads, writes, patience);
    }

    public GlueConfig withLocation(String other) {
        return new GlueConfig(
                region,
                endpoint,
                catalogId,
                credentials,
                skipArchive,
                Optional.of(other),
                concurrency,
                reads,
                writes,
                patience);
    }

    public GlueConfig withConcurrency(int other) {
        return new GlueConfig(
                region, endpoint, catalogId, credentials, skipArchive, location, other, reads, writes, patience);
    }

    /** The same ceiling for reads and for writes, each on its own. */
    public GlueConfig withRate(RateLimit other) {
        return new GlueConfig(
                region, endpoint, catalogId, credentials, skipArchive, location, concurrency, other, other, patience);
    }

    public GlueConfig withPatience(Patience other) {
        return new GlueConfig(
                region, endpoint, catalogId, credentials, skipArchive, location, concurrency, reads, writes, other);
    }

    /**
     * How long to wait and how often to try again.
     *
     * @param connect          for a connection to open
     * @param answer           for the answer to one attempt
     * @param throttleAttempts attempts as long as Glue says that it is asked too often, the first included
     * @param troubleAttempts  attempts as long as Glue does not answer or answers with an error of its own, the first
     *                         included
     * @param firstDelay       before the second attempt; doubled, with jitter, before each further one
     * @param longestDelay     between two attempts
     */
    public record Patience(
            Duration connect,
            Duration answer,
            int throttleAttempts,
            int troubleAttempts,
            Duration firstDelay,
            Duration longestDelay) {

        public static final Patience DEFAULT = new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(30), 12, 7, Duration.ofMillis(50), Duration.ofSeconds(5));

        public Patience {
            if (throttleAttempts < 2 || troubleAttempts < 2 || firstDelay.compareTo(longestDelay) >= 0) {
                throw new IllegalArgumentException("patience means at least two attempts, and delays that can grow: "
                        + firstDelay + " to " + longestDelay);
            }
        }

        public Patience withAnswer(Duration other) {
            return new Patience(connect, other, throttleAttempts, troubleAttempts, firstDelay, longestDelay);
        }

        public Patience withDelays(Duration first, Duration longest) {
            return new Patience(connect, answer, throttleAttempts, troubleAttempts, first, longest);
        }
    }
}
