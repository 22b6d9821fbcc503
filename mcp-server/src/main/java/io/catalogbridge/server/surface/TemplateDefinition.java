package io.catalogbridge.server.surface;

/**
 * Resources that are too many to be listed.
 *
 * @param uriTemplate after RFC 6570, level 1, such as <code>glue://{database}/{table}</code>
 * @param name        short and stable
 * @param title       for people
 */
public record TemplateDefinition(String uriTemplate, String name, String title, String description, String mimeType) {}
