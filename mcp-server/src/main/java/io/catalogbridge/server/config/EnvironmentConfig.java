package io.catalogbridge.server.config;

import java.util.Optional;

/** One environment, complete. */
public record EnvironmentConfig(
        String name, SourceConfig source, TargetConfig target, MappingConfig mapping, SyncConfig sync) {

    /**
     * What of the mapping can be set today.
     *
     * @param databasePattern with the placeholders {@code {space}} and {@code {env}}
     * @param jobs            if present, processes become Glue job definitions
     */
    public record MappingConfig(String databasePattern, Optional<Jobs> jobs) {}

    /** The role and script that job definitions name. */
    public record Jobs(String role, String scriptLocation) {}

    /** The same without the right to write. */
    public EnvironmentConfig withoutWriting() {
        return new EnvironmentConfig(name, source, target, mapping, sync.withoutWriting());
    }
}
