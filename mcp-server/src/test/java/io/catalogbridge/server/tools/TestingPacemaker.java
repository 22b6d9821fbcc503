package io.catalogbridge.server.tools;

import io.catalogbridge.server.sync.BackgroundWork.Listening;
import io.catalogbridge.server.sync.Pacemaker;
import java.util.ArrayList;
import java.util.List;

/** Seconds that pass when a test says so. */
final class TestingPacemaker implements Pacemaker {

    private final List<Runnable> works = new ArrayList<>();
    private int begun;

    @Override
    public Listening everySecond(Runnable work) {
        begun++;
        works.add(work);
        return () -> works.remove(work);
    }

    void tick() {
        List.copyOf(works).forEach(Runnable::run);
    }

    /** How much is being repeated. */
    int works() {
        return works.size();
    }

    /** How often something began to be repeated. */
    int begun() {
        return begun;
    }
}
