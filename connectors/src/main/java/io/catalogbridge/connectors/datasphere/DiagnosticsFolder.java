package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Body;
import io.catalogbridge.connectors.spi.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Where the tenant's discovery document is kept: the authority on paths and parameters when something is refused. */
final class DiagnosticsFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticsFolder.class);
    private static final String FILE = "datasphere-discovery.json";

    private final Path folder;

    DiagnosticsFolder(Path folder) {
        this.folder = folder;
    }

    /** Fetches and keeps the document; a failure is logged, since nothing depends on it. */
    void keepDiscoveryDocument(CoreApi core) {
        try {
            Fetched<JsonNode> document = core.discovery();
            if (document instanceof Body<JsonNode> body) {
                Deprecations.in(body.value()).forEach(told -> LOG.warn("The tenant announces: {}", told));
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(FILE), body.value().toPrettyString());
            }
        } catch (ConnectorException | IOException notKept) {
            LOG.warn("The discovery document could not be kept in {}: {}", folder, notKept.getMessage());
        }
    }
}
