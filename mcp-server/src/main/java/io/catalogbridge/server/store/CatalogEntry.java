package io.catalogbridge.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Something people and assistants look up. It is found by its name, label, description and container, and by what its detail
 * says of columns ({@code columns[]} with {@code name} and {@code label} or {@code comment}), owner and last change ({@code
 * lifecycle}), usage, exposure and the meaning of columns.
 *
 * @param id          stable identifier, such as {@code datasphere:SALES/ORDERS} or {@code glue:sales_dog/orders}
 * @param system      {@code datasphere} or {@code glue}
 * @param kind        such as {@code view}, {@code space}, {@code table}, {@code database}
 * @param name        technical name
 * @param label       business name; absent if there is none
 * @param container   space or database; empty for spaces and databases themselves
 * @param description longer text; absent if there is none
 * @param counterpart identifier of the same thing in the other system; absent if there is none
 * @param detail      everything known, as a JSON object
 */
public record CatalogEntry(
        String id,
        String system,
        String kind,
        String name,
        @Nullable String label,
        String container,
        @Nullable String description,
        @Nullable String counterpart,
        String detail) {

    /** Changes whenever anything about the entry does. */
    long hash() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(String.join("\u0000", kind, name, container, counterpart + "", label + "", description + "", "")
                    .getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha.digest(detail.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
