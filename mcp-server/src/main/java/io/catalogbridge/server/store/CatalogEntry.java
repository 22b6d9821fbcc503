package io.catalogbridge.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Something people and assistants look up.
 *
 * @param id          stable identifier, such as {@code datasphere:SALES/ORDERS} or {@code glue:sales_dog/orders}
 * @param system      {@code datasphere} or {@code glue}
 * @param kind        such as {@code view}, {@code space}, {@code table}, {@code database}
 * @param name        technical name
 * @param label       business name; absent if there is none
 * @param container   space or database; empty for spaces and databases themselves
 * @param description longer text; absent if there is none
 * @param counterpart identifier of the same thing in the other system; absent if there is none
 * @param columns     names and labels of columns, to be searched
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
        String columns,
        String detail) {

    /** Changes whenever anything about the entry does. */
    String hash() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((counterpart + "\u0000" + columns + "\u0000" + label + "\u0000" + description + "\u0000")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(detail.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
