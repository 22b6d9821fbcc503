package io.catalogbridge.server.surface;

/**
 * A resource worth listing.
 *
 * @param name  short and stable
 * @param title for people
 */
public record ResourceDefinition(String uri, String name, String title, String description, String mimeType) {}
