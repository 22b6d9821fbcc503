package io.catalogbridge.mapping.glue;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnershipTest {

    @Property
    void managedParametersBehaveLikeAnySortedMap(
            @ForAll Map<@AlphaChars @StringLength(max = 4) String, String> foreign,
            @ForAll Map<@AlphaChars @StringLength(max = 4) String, String> ours) {
        Map<String, String> all = new TreeMap<>(foreign);
        ours.forEach((key, value) -> all.put(Ownership.PREFIX + key, value));
        TreeMap<String, String> expected = all.entrySet().stream()
                .filter(entry -> Ownership.isManaged(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));

        SortedMap<String, String> managed = Ownership.managed(all);

        assertThat(managed).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(managed.keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(new TreeMap<>(managed)).isEqualTo(expected);
        expected.forEach((key, value) -> assertThat(managed).containsEntry(key, value));
    }

    @Test
    void managedParametersHaveOrderedViews() {
        SortedMap<String, String> managed = Ownership.managed(
                Map.of("comment", "c", "catalogbridge.b", "2", "catalogbridge.a", "1", "classification", "csv"));

        assertThat(managed.firstKey()).isEqualTo("catalogbridge.a");
        assertThat(managed.lastKey()).isEqualTo("comment");
        assertThat(managed.headMap("catalogbridge.b")).containsOnlyKeys("catalogbridge.a");
        assertThat(managed.tailMap("catalogbridge.b")).containsOnlyKeys("catalogbridge.b", "comment");
        assertThat(managed.subMap("catalogbridge.b", "comment")).containsOnlyKeys("catalogbridge.b");
        assertThat(managed.get("classification")).isNull();
    }

    @Test
    void managedParametersCannotBeChanged() {
        SortedMap<String, String> managed = Ownership.managed(Map.of("comment", "c"));

        assertThatThrownBy(() -> managed.put("comment", "d")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> managed.remove("comment")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Ownership.managed(Map.of()).firstKey()).isInstanceOf(NoSuchElementException.class);
    }
}
