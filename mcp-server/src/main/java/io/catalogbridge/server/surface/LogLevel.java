package io.catalogbridge.server.surface;

import java.util.Locale;

/** How grave a message to the client is (MCP, server utilities, logging; after RFC 5424). */
public enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
