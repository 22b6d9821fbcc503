package io.catalogbridge.connectors.limits;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Holds everybody who sleeps until it is opened, and remembers who slept, in order. */
final class Gate implements Sleeper {

    private final VirtualTime time;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Thread> sleepers = new CopyOnWriteArrayList<>();

    Gate(VirtualTime time) {
        this.time = time;
    }

    void open() {
        opened.countDown();
    }

    List<Thread> sleepers() {
        return sleepers;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        sleepers.add(Thread.currentThread());
        opened.await();
        time.sleep(duration);
    }
}
