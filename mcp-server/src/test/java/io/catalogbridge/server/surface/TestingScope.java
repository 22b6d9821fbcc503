package io.catalogbridge.server.surface;

import io.catalogbridge.connectors.spi.Progress;

/** A request of somebody who cannot be asked anything. */
public enum TestingScope implements CallScope {
    SCOPE;

    @Override
    public String principal() {
        return "tester";
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }

    @Override
    public Reply ask(Question question) {
        return Reply.UNAVAILABLE;
    }

    @Override
    public void log(LogLevel level, String text) {}
}
