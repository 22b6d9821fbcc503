package io.catalogbridge.server.cli;

/** The arguments make no sense together or name something that does not exist. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UsageException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
