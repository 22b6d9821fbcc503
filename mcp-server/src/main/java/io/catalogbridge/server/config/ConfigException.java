package io.catalogbridge.server.config;

/** The configuration cannot be used; the message names file, line, path and what is expected. Never holds a secret. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
