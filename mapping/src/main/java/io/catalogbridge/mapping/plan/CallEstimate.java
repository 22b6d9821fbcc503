package io.catalogbridge.mapping.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact number of calls that applying a plan takes if nothing goes wrong, by operation.
 *
 * @param reread what reading again before the first write takes; not needed when planning and applying in one go
 * @param write  what the changes take
 * @param verify what reading the databases and the touched ones' tables afterwards takes; empty where that is switched off
 */
public record CallEstimate(
        SortedMap<String, Long> reread, SortedMap<String, Long> write, SortedMap<String, Long> verify) {

    public CallEstimate {
        reread = Collections.unmodifiableSortedMap(new TreeMap<>(reread));
        write = Collections.unmodifiableSortedMap(new TreeMap<>(write));
        verify = Collections.unmodifiableSortedMap(new TreeMap<>(verify));
    }

    /** The same where nothing is read afterwards. */
    public CallEstimate withoutVerification() {
        return new CallEstimate(reread, write, new TreeMap<>());
    }

    /** All calls of applying a stored plan. */
    public SortedMap<String, Long> total() {
        SortedMap<String, Long> total = new TreeMap<>(reread);
        write.forEach((operation, count) -> total.merge(operation, count, Long::sum));
        verify.forEach((operation, count) -> total.merge(operation, count, Long::sum));
        return total;
    }
}
