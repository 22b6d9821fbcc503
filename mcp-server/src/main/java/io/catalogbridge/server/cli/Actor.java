package io.catalogbridge.server.cli;

/** Who acts, as the audit records it. */
final class Actor {

    /** The person at the command line, by the name of the operating system's account. */
    static final String CLI = "cli:" + System.getProperty("user.name", "unknown");

    /** An assistant that the same person's programs have started. */
    static final String ASSISTANT = "mcp:" + System.getProperty("user.name", "unknown");

    /** Whoever holds the token of a server. */
    static final String HTTP = "http:token";

    private Actor() {}
}
