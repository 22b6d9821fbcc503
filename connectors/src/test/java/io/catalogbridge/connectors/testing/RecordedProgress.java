package io.catalogbridge.connectors.testing;

import io.catalogbridge.connectors.spi.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers what it was told; can be cancelled. Thread-safe. */
public final class RecordedProgress implements Progress {

    private final List<String> stages = new CopyOnWriteArrayList<>();
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong limit = new AtomicLong(Long.MAX_VALUE);

    /** Names of the stages as they began, repeated ones left out. */
    public List<String> stages() {
        return stages.stream().distinct().toList();
    }

    public long steps() {
        return steps.get();
    }

    /** The user loses patience after so many steps. */
    public RecordedProgress cancelledAfter(long number) {
        limit.set(number);
        return this;
    }

    @Override
    public void stage(String name, long total) {
        stages.add(name);
    }

    @Override
    public void advance(long done) {
        steps.addAndGet(done);
    }

    @Override
    public boolean cancelled() {
        return steps.get() >= limit.get();
    }
}
