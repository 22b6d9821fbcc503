package io.catalogbridge.server.resources;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.glue.TableName;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * URIs of what the catalog holds. Names become parts of them as clients fill in a template (RFC 6570, level 1): everything but
 * letters, digits, {@code -}, {@code .}, {@code _} and {@code ~} is percent-encoded in UTF-8.
 */
public final class ResourceUri {

    private ResourceUri() {}

    /** The resource that an identifier such as {@code datasphere:SALES/ORDERS} or {@code glue:sales_dog} stands for. */
    public static String of(String id) {
        return AssetId.parse(id)
                .map(asset -> of(AssetId.SCHEME, asset.space()) + "/" + encode(asset.name()))
                .or(() -> TableName.parse(id)
                        .map(table -> of(TableName.SCHEME, table.database()) + "/" + encode(table.table())))
                .orElseGet(() -> {
                    int colon = id.indexOf(':') + 1;
                    return of(id.substring(0, colon), id.substring(colon));
                });
    }

    private static String of(String scheme, String container) {
        return scheme + "//" + encode(container);
    }

    static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Undoes {@link #encode}; what need not have been encoded may be either way. Empty if an escape is malformed. */
    static Optional<String> decode(String part) {
        try {
            return Optional.of(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
