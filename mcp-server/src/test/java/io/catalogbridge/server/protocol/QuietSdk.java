package io.catalogbridge.server.protocol;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps the SDK from complaining of every message in a test that sends thousands with mistakes. */
public final class QuietSdk implements BeforeAllCallback, AfterAllCallback {

    private static final Logger SDK = (Logger) LoggerFactory.getLogger("io.modelcontextprotocol");

    private @Nullable Level before;

    @Override
    public void beforeAll(ExtensionContext context) {
        before = SDK.getLevel();
        SDK.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SDK.setLevel(before);
    }
}
