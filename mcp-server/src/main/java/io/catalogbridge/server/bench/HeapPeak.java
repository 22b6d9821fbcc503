package io.catalogbridge.server.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

/** The highest use of this process's heap since it was last looked away from. */
final class HeapPeak {

    private HeapPeak() {}

    /** Begins anew, without what earlier work left behind. */
    static void reset() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Never too low: the peaks of all parts of the heap, which need not have been at the same time. */
    static long bytes() {
        return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
