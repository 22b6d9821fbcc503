package io.catalogbridge.server.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that carries out a run, so that others on the same machine can tell at once whether it has died.
 *
 * @param host      name of the machine; empty if it has none
 * @param startedMs when the process started, in epoch milliseconds, since process ids are used again; 0 if unknown
 */
record RunOwner(String host, long pid, long startedMs) {

    static RunOwner current() {
        ProcessHandle process = ProcessHandle.current();
        return new RunOwner(hostName(), process.pid(), startedMs(process));
    }

    /** What {@link #text} wrote; empty if it is something else. */
    static Optional<RunOwner> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunOwner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return host + " " + pid + " " + startedMs;
    }

    /** True only if the process is proved to be no more; nothing is known of processes of other machines. */
    boolean gone() {
        if (host.isEmpty() || !host.equals(hostName())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isEmpty() || isAnother(startedMs(process.get()));
    }

    private boolean isAnother(long started) {
        return started != 0 && startedMs != 0 && started != startedMs;
    }

    private static long startedMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(' ', '-');
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
