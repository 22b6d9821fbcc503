package io.catalogbridge.connectors.sandbox;

import io.catalogbridge.connectors.sandbox.datasphere.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tenant the sandbox serves. */
public sealed interface TenantChoice {

    /** Opens the tenant; {@code data} keeps its changes, null forgets them. */
    Tenant open(@Nullable Path data, Clock clock, Set<String> hiddenSpaces) throws IOException;

    /** The demo tenant that comes with the product. */
    record Demo() implements TenantChoice {
        @Override
        public Tenant open(@Nullable Path data, Clock clock, Set<String> hiddenSpaces) throws IOException {
            return Tenant.demo(data, clock, hiddenSpaces);
        }
    }

    /** Real exports: every first-level folder is a space, named after it in upper case. */
    record Folder(Path path) implements TenantChoice {
        @Override
        public Tenant open(@Nullable Path data, Clock clock, Set<String> hiddenSpaces) throws IOException {
            return Tenant.ofFolder(path, data, clock, hiddenSpaces);
        }
    }

    /** An invented tenant of any size: the same seed and size give the same tenant. */
    record Generated(long seed, int assets) implements TenantChoice {
        @Override
        public Tenant open(@Nullable Path data, Clock clock, Set<String> hiddenSpaces) throws IOException {
            return Tenant.generated(seed, assets, data, clock, hiddenSpaces);
        }
    }
}
