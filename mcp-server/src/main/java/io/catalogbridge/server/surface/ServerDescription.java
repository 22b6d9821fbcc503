package io.catalogbridge.server.surface;

/**
 * How the server introduces itself.
 *
 * @param name         short and stable
 * @param title        for people
 * @param version      of the product
 * @param instructions what the server is for and in which order its tools are used; at most 1,500 characters, since
 *     assistants carry it through every conversation
 */
public record ServerDescription(String name, String title, String version, String instructions) {

    private static final int MAX_INSTRUCTIONS = 1_500;

    public ServerDescription {
        if (instructions.length() > MAX_INSTRUCTIONS) {
            throw new IllegalArgumentException("instructions have " + instructions.length()
                    + " characters, more than the " + MAX_INSTRUCTIONS + " allowed");
        }
    }
}
