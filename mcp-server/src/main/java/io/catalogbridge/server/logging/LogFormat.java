package io.catalogbridge.server.logging;

/** How a line of the log looks. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object per line, for programs. */
    JSON
}
