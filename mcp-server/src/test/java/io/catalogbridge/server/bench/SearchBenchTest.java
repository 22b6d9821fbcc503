package io.catalogbridge.server.bench;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class SearchBenchTest {

    @Test
    void measuresEachKindOfQueryAndFindsSomething() {
        List<String> notes = new ArrayList<>();

        SearchMeasurement measured = new SearchBench(300, 3, notes::add).run();

        assertThat(measured.latencies()).containsKeys("one word", "prefix", "typo", "filter", "common word", "all");
        assertThat(requireNonNull(measured.latencies().get("common word")).found())
                .isPositive();
        assertThat(measured.fileBytes()).isPositive();
        assertThat(notes).contains("Indexing 300 assets");
    }

    @Test
    void theGeneratedCatalogIsTheSameEveryTime() {
        assertThat(new GeneratedCatalog(100).entry(7, 0)).isEqualTo(new GeneratedCatalog(100).entry(7, 0));
        assertThat(new GeneratedCatalog(100).entry(7, 1)).isNotEqualTo(new GeneratedCatalog(100).entry(7, 0));
    }
}
