package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One file below a tenant folder.
 *
 * @param path the segments below the tenant folder; the first one names the space
 */
record TenantFile(List<String> path, Content content) implements Comparable<TenantFile> {

    /** Opens the file. */
    interface Content {
        InputStream open() throws IOException;
    }

    TenantFile {
        path = List.copyOf(path);
    }

    /** JSON inside a space folder; everything else is somebody's documentation. */
    boolean belongsToASpace() {
        return path.size() > 1 && path.get(path.size() - 1).endsWith(".json");
    }

    /** True for the optional {@code space.json}, {@code connections.json}, {@code inventory.json} of a space. */
    boolean isSidecar(String fileName) {
        return path.size() == 2 && path.get(1).equals(fileName);
    }

    /** The type that the enclosing folder names, as in {@code SALES/views/NET_REVENUE.json}. */
    Optional<ObjectType> typeByFolder() {
        return ObjectType.ofSegment(path.get(path.size() - 2));
    }

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    JsonNode read() throws IOException {
        try (InputStream stream = content.open()) {
            return Json.MAPPER.readTree(stream.readAllBytes());
        }
    }

    @Override
    public int compareTo(TenantFile other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join("/", path);
    }
}
