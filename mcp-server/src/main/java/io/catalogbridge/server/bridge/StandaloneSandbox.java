package io.catalogbridge.server.bridge;

import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.io.IOException;
import java.nio.file.Path;

/** A sandbox that runs for its own sake, in a data folder that commands of environment {@code dog} then join. */
public final class StandaloneSandbox implements AutoCloseable {

    private final SandboxLease lease;

    private StandaloneSandbox(SandboxLease lease) {
        this.lease = lease;
    }

    /**
     * Starts it.
     *
     * @param data     the data folder that commands use
     * @param settings without a folder of its own
     * @throws ConnectorException if the folder is in use by another sandbox
     */
    public static StandaloneSandbox start(Path data, String environment, SandboxConfig settings) {
        Path folder = data.resolve("sandbox-" + environment);
        try {
            SandboxLease lease = SandboxLease.take(folder, () -> Connectors.start(settings.withData(folder)));
            if (!lease.owner()) {
                throw new IOException("another process already runs it");
            }
            return new StandaloneSandbox(lease);
        } catch (IOException e) {
            throw new ConnectorException(
                    ErrorKind.CONFLICT,
                    folder.toString(),
                    "the sandbox cannot start here: " + e.getMessage(),
                    "stop the other process, or choose another folder with --data",
                    e);
        }
    }

    public SandboxAddress address() {
        return lease.address();
    }

    @Override
    public void close() {
        lease.close();
    }
}
