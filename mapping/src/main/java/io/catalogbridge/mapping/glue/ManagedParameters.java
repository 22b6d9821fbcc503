package io.catalogbridge.mapping.glue;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The managed parameters of one object: sorted, immutable, and in one flat array, since a large catalog holds millions of
 * these small maps.
 */
@SuppressWarnings("JdkObsolete") // what the records promise is a SortedMap
final class ManagedParameters extends AbstractMap<String, String> implements SortedMap<String, String> {

    private static final ManagedParameters NONE = new ManagedParameters(new String[0]);

    /** Key, value, key, value; sorted by key. */
    private final String[] cells;

    private ManagedParameters(String[] cells) {
        this.cells = cells;
    }

    /** The managed ones of these parameters. */
    static ManagedParameters of(Map<String, String> parameters) {
        return parameters instanceof ManagedParameters managed ? managed : copyOf(parameters);
    }

    private static ManagedParameters copyOf(Map<String, String> parameters) {
        List<Map.Entry<String, String>> managed = new ArrayList<>(parameters.size());
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (Ownership.isManaged(parameter.getKey())) {
                managed.add(parameter);
            }
        }
        managed.sort(Map.Entry.comparingByKey());
        return managed.isEmpty() ? NONE : new ManagedParameters(flat(managed));
    }

    private static String[] flat(List<Map.Entry<String, String>> sorted) {
        String[] cells = new String[sorted.size() * 2];
        for (int i = 0; i < sorted.size(); i++) {
            cells[i * 2] = sorted.get(i).getKey();
            cells[i * 2 + 1] = sorted.get(i).getValue();
        }
        return cells;
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        int at = indexOf(key);
        return at < 0 ? null : cells[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    private int indexOf(@Nullable Object key) {
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return cells.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < cells.length; i += 2) {
            action.accept(cells[i], cells[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new Entries();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, to));
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(to));
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(size() - 1);
    }

    private String key(int index) {
        if (isEmpty()) {
            throw new NoSuchElementException("there are no managed parameters");
        }
        return cells[index * 2];
    }

    private final class Entries extends AbstractSet<Map.Entry<String, String>> {
        @Override
        public int size() {
            return ManagedParameters.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return IntStream.range(0, size())
                    .<Map.Entry<String, String>>mapToObj(i -> Map.entry(cells[i * 2], cells[i * 2 + 1]))
                    .iterator();
        }
    }
}
