package io.catalogbridge.server.sync;

/**
 * What planning and applying have used and a server that waits for its next request has no use for. Java keeps it until it is
 * short of memory; a server beside every conversation should not. Thread-safe.
 */
public final class SpentMemory {

    /** Of the heap, in bytes; less is not worth the pause. */
    private static final long WORTHWHILE = 128L << 20;

    private SpentMemory() {}

    /** Gives it back to the system, as far as Java's options let it. Takes some tenths of a second if there is much. */
    public static void giveBack() {
        Runtime java = Runtime.getRuntime();
        if (java.totalMemory() > WORTHWHILE) {
            java.gc();
        }
    }
}
