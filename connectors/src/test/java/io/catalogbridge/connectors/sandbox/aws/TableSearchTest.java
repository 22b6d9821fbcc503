package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Comparator;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.PropertyPredicate;
import software.amazon.awssdk.services.glue.model.SearchTablesRequest;
import software.amazon.awssdk.services.glue.model.Sort;
import software.amazon.awssdk.services.glue.model.SortCriterion;
import software.amazon.awssdk.services.glue.model.Table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableSearchTest {

    private final TestingAws aws = TestingAws.start();
    private final GlueClient glue = aws.glue();

    @BeforeEach
    void createTables() {
        Inputs.createDatabase(glue, Inputs.DATABASE);
        Inputs.createTable(glue, table -> table.name("customer-link").description("Net revenue of today"));
        Inputs.createTable(glue, table -> table.name("xx-link-yy").owner("finance"));
        Inputs.createTable(glue, table -> table.name("xxlinkyy").parameters(Map.of("layer", "gold")));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void comparesWholeWordsOfNames() {
        assertThat(names(search -> search.filters(filter("Name", "link"))))
                .containsExactly("customer-link", "xx-link-yy");
    }

    @Test
    void findsTextAnywhereAndQuotedTextAsItIs() {
        assertThat(names(search -> search.searchText("today revenue"))).containsExactly("customer-link");
        assertThat(names(search -> search.searchText("\"today revenue\""))).isEmpty();
        assertThat(names(search -> search.searchText("\"revenue of\""))).containsExactly("customer-link");
    }

    @Test
    void filtersByParameterAndByTime() {
        assertThat(names(search -> search.filters(filter("layer", "gold")))).containsExactly("xxlinkyy");
        assertThat(names(search -> search.filters(PropertyPredicate.builder()
                        .key("CreateTime")
                        .value("1000")
                        .comparator(Comparator.LESS_THAN)
                        .build())))
                .isEmpty();
        assertThatThrownBy(() -> names(search -> search.filters(filter("UpdateTime", "yesterday"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sortsAndPagesInEitherDirection() {
        SortCriterion descending =
                SortCriterion.builder().fieldName("Name").sort(Sort.DESC).build();
        List<String> paged =
                glue
                        .searchTablesPaginator(
                                search -> search.sortCriteria(descending).maxResults(1))
                        .stream()
                        .flatMap(page -> page.tableList().stream())
                        .map(Table::name)
                        .toList();

        assertThat(paged).containsExactly("xxlinkyy", "xx-link-yy", "customer-link");
    }

    private List<String> names(Consumer<SearchTablesRequest.Builder> search) {
        return glue.searchTables(search).tableList().stream().map(Table::name).toList();
    }

    private static PropertyPredicate filter(String key, String value) {
        return PropertyPredicate.builder().key(key).value(value).build();
    }
}
