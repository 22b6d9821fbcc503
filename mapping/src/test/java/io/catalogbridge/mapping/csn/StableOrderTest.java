package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.csn.ColumnOrigin.Hidden;
import io.catalogbridge.mapping.csn.Draft.DraftShape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which of two different definitions of one object counts is decided by how they are spelled. That must be the same in every
 * process, as the order of the JDK's immutable sets and maps is not.
 */
class StableOrderTest {

    private static final List<String> NAMES =
            IntStream.range(0, 50).mapToObj(i -> "N" + i).toList();

    @Test
    void aDraftKeepsTheOrderOfItsOrigins() {
        Map<String, ColumnOrigin> origins = new LinkedHashMap<>();
        NAMES.forEach(name -> origins.put(name, new Hidden("is not known")));

        DraftShape shape = new DraftShape(List.of(), origins, List.of(), List.of(), List.of(), List.of());

        assertThat(shape.origins().keySet()).containsExactlyElementsOf(NAMES);
    }

    @Test
    void aServiceListsItsTextsByName() {
        Set<String> texts = new LinkedHashSet<>(NAMES);

        ServiceEntity entity = new ServiceEntity(null, List.of(), texts, List.of(), List.of(), false);

        assertThat(entity.texts())
                .containsExactlyElementsOf(NAMES.stream().sorted().toList());
    }
}
