package io.catalogbridge.server.surface;

import java.util.Map;

/**
 * What a resource holds.
 *
 * @param body   its text, or its bytes in Base64
 * @param binary whether the body is Base64
 * @param meta   what the protocol calls {@code _meta}, by its full key; usually empty
 */
public record ResourceContents(String uri, String mimeType, String body, boolean binary, Map<String, Object> meta) {

    public ResourceContents {
        meta = Map.copyOf(meta);
    }

    public static ResourceContents text(String uri, String mimeType, String text) {
        return new ResourceContents(uri, mimeType, text, false, Map.of());
    }
}
