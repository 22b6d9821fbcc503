package io.catalogbridge.connectors.spi;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which spaces to discover; none named means all that can be seen. */
public record DiscoveryScope(SortedSet<String> spaces) {

    public static final DiscoveryScope ALL = of(java.util.List.of());

    public DiscoveryScope {
        spaces = Collections.unmodifiableSortedSet(new TreeSet<>(spaces));
    }

    public static DiscoveryScope of(Collection<String> spaces) {
        return new DiscoveryScope(new TreeSet<>(spaces));
    }

    public boolean whole() {
        return spaces.isEmpty();
    }

    public boolean contains(String space) {
        return whole() || spaces.contains(space);
    }
}
