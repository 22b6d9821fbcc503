package io.catalogbridge.server.config;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Where an environment's metadata goes. */
public sealed interface TargetConfig {

    /** The simulated AWS endpoint that runs inside the process and keeps its state in the data folder. */
    record Sandbox() implements TargetConfig {}

    /**
     * A Glue Data Catalog, or anything that speaks its API.
     *
     * @param endpoint          overrides the Region's endpoint
     * @param catalogId         owning account, if not the caller's
     * @param requestsPerSecond ceiling of the call rate, for reads and for writes each
     */
    record Glue(
            String region,
            Optional<URI> endpoint,
            Optional<String> catalogId,
            Credentials credentials,
            boolean skipArchive,
            double requestsPerSecond,
            int concurrency)
            implements TargetConfig {}

    /** Whose rights calls are made with. */
    sealed interface Credentials {

        /** Whatever the AWS default chain finds: environment, profile, container, instance. */
        record DefaultChain() implements Credentials {}

        record Profile(String name) implements Credentials {}

        record Role(String arn, Optional<String> externalId, Optional<String> profile) implements Credentials {}

        /** Keys by reference, for test endpoints. */
        record Keys(Supplier<String> accessKeyId, Supplier<String> secretAccessKey) implements Credentials {}
    }
}
