package io.catalogbridge.server.install;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts that differ in one place, line by line with a little around it. */
public final class LineDiff {

    private static final int CONTEXT = 2;

    private LineDiff() {}

    /** Lines that go begin with {@code -}, lines that come with {@code +}, others with a blank. */
    public static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> changed = after.lines().toList();
        int shorter = Math.min(old.size(), changed.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(changed.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(changed.get(changed.size() - 1 - tail))) {
            tail++;
        }
        List<String> diff = new ArrayList<>();
        old.subList(Math.max(0, head - CONTEXT), head).forEach(line -> diff.add("  " + line));
        old.subList(head, old.size() - tail).forEach(line -> diff.add("- " + line));
        changed.subList(head, changed.size() - tail).forEach(line -> diff.add("+ " + line));
        old.subList(old.size() - tail, Math.min(old.size(), old.size() - tail + CONTEXT))
                .forEach(line -> diff.add("  " + line));
        return diff;
    }
}
