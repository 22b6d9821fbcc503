package io.catalogbridge.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where an environment's metadata comes from. */
public sealed interface SourceConfig {

    /** The simulated tenant that runs inside the process: the demo content, a folder of exports, or generated. */
    record Sandbox(Optional<Path> tenant, int generatedAssets) implements SourceConfig {}

    /**
     * A real tenant.
     *
     * @param grant             {@code client-credentials} or {@code authorization-code}
     * @param clientAuth        {@code basic} or {@code form}
     * @param redirect          where the browser returns to after a person has signed in, as registered with the client
     * @param requestsPerMinute ceiling of the call rate
     * @param concurrency       calls under way at once
     */
    record Tenant(
            String url,
            Optional<String> tokenUrl,
            Grant grant,
            String clientId,
            Supplier<String> clientSecret,
            ClientAuth clientAuth,
            Optional<String> redirect,
            int requestsPerMinute,
            int concurrency,
            String language,
            List<String> spaces)
            implements SourceConfig {
        public Tenant {
            spaces = List.copyOf(spaces);
        }
    }

    /** A folder of exports, for those without access to the API; each first-level folder is a space. */
    record Exports(Path folder) implements SourceConfig {}

    /** How tokens are obtained. */
    enum Grant {
        CLIENT_CREDENTIALS,
        AUTHORIZATION_CODE
    }

    /** How the client proves who it is. */
    enum ClientAuth {
        BASIC,
        FORM
    }
}
