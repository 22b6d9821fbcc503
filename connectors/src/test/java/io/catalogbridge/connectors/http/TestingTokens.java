package io.catalogbridge.connectors.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out {@code token-1}, and the next number whenever the current one is refused. */
final class TestingTokens implements BearerTokens {

    private final AtomicInteger number = new AtomicInteger(1);

    @Override
    public Optional<String> current() {
        return Optional.of("token-" + number.get());
    }

    @Override
    public Optional<String> renewed(String refused) {
        return Optional.of("token-" + number.incrementAndGet());
    }
}
