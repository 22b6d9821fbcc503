package io.catalogbridge.mapping.catalog;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything discovered at one time, sorted, so that the order of discovery leaves no trace.
 *
 * @param tenant   the tenant's name, such as its host
 * @param whole    true if all spaces were asked for, false if the caller named some
 * @param names    the names of all spaces that are known to exist, discovered or not
 * @param spaces   the spaces discovered, sorted by name
 * @param assets   the assets discovered, sorted by id, ids distinct
 * @param findings what could not be understood exactly
 * @param gaps     what could not be read; if there is any, absence proves nothing
 */
public record CatalogSnapshot(
        String tenant,
        boolean whole,
        SortedSet<String> names,
        List<Space> spaces,
        List<Asset> assets,
        List<Finding> findings,
        List<Gap> gaps) {

    public CatalogSnapshot {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        spaces = spaces.stream().sorted(Comparator.comparing(Space::name)).toList();
        assets = assets.stream().sorted(Asset.BY_ID).toList();
        findings = findings.stream().distinct().sorted().toList();
        gaps = gaps.stream().distinct().sorted().toList();
        requireDistinct(assets);
    }

    /** A snapshot of a tenant of which no other spaces are known. */
    public CatalogSnapshot(
            String tenant,
            boolean whole,
            List<Space> spaces,
            List<Asset> assets,
            List<Finding> findings,
            List<Gap> gaps) {
        this(
                tenant,
                whole,
                spaces.stream().map(Space::name).collect(Collectors.toCollection(TreeSet::new)),
                spaces,
                assets,
                findings,
                gaps);
    }

    private static void requireDistinct(List<Asset> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException(
                        "two assets are called " + sorted.get(i).id());
            }
        }
    }

    /** True if nothing in scope is missing; only then may absence be read as deletion. */
    public boolean complete() {
        return gaps.isEmpty();
    }

    public Optional<Space> space(String name) {
        return spaces.stream().filter(space -> space.name().equals(name)).findFirst();
    }
}
