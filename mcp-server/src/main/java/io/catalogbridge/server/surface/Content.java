package io.catalogbridge.server.surface;

/** A piece of what is shown to a person or a model. */
public sealed interface Content {

    /** Words. */
    record Text(String text) implements Content {}

    /**
     * A picture.
     *
     * @param data in Base64
     */
    record Image(String data, String mimeType) implements Content {}

    /**
     * A sound.
     *
     * @param data in Base64
     */
    record Audio(String data, String mimeType) implements Content {}

    /** Points at a resource that the client may read. */
    record Link(ResourceDefinition resource) implements Content {}

    /** Holds a resource. */
    record Embedded(ResourceContents resource) implements Content {}
}
