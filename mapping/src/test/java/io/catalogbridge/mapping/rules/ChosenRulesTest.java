package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.glue.GlueColumn;
import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.TableName;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.mapping.testing.Snapshots;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.catalogbridge.mapping.testing.Assets.id;
import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is left out, and what comments are made of. */
class ChosenRulesTest {

    private static final MappingRules RULES = MappingRules.defaults("dog");
    private static final CatalogSnapshot TENANT = Snapshots.of(
            Assets.table("SALES", "ORDERS")
                    .column("NET", text(10))
                    .labelled("Net amount")
                    .described("Without tax")
                    .column("TAX", text(10))
                    .described("Tax only")
                    .build(),
            Assets.table("SALES", "TMP_ORDERS").column("NET", text(10)).build(),
            Assets.flow("SALES", "TMP_LOAD", id("SALES", "TMP_ORDERS"), id("SALES", "ORDERS")),
            Assets.table("PLAYGROUND", "SCRATCH").column("A", text(1)).build());

    private static MappingResult without(String... patterns) {
        return CatalogMapper.map(TENANT, RULES.withExclusions(new Exclusions(List.of(patterns))));
    }

    @Test
    void leavesOutWhatAPatternCovers() {
        MappingResult result = without("SALES/TMP_*");

        assertThat(result.tables()).containsOnlyKeys(id("SALES", "ORDERS"), id("PLAYGROUND", "SCRATCH"));
        assertThat(result.processes()).isEmpty();
        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("excluded"))
                .extracting(Finding::subject)
                .containsExactly("datasphere:SALES/TMP_LOAD", "datasphere:SALES/TMP_ORDERS");
    }

    @Test
    void leavesOutAWholeSpace() {
        MappingResult result = without("PLAY*");

        assertThat(result.catalog().databases()).extracting(GlueDatabase::name).containsExactly("datasphere_sales_dog");
        assertThat(result.databases()).containsOnlyKeys("SALES");
    }

    @Test
    void stillSaysWhoLoadsATableWhenTheFlowIsLeftOut() {
        assertThat(without("SALES/TMP_*").catalog().table(new TableName("datasphere_sales_dog", "orders")))
                .get()
                .extracting(table -> table.parameters().get(ParameterKey.LOADED_BY.key()))
                .isEqualTo("[\"datasphere:SALES/TMP_LOAD\"]");
    }

    @Test
    void givesNobodyElseAnotherName() {
        CatalogSnapshot alike = Snapshots.of(
                Assets.table("SALES", "ORDERS").column("A", text(1)).build(),
                Assets.table("SALES", "Orders").column("A", text(1)).build(),
                Assets.table("sales", "X").column("A", text(1)).build());
        MappingResult all = CatalogMapper.map(alike, RULES);
        Exclusions plainOnes = new Exclusions(List.of("SALES/ORDERS", "SALES/Orders", "sales"));

        for (String excluded : plainOnes.patterns()) {
            MappingResult fewer = CatalogMapper.map(alike, RULES.withExclusions(new Exclusions(List.of(excluded))));

            assertThat(all.tables())
                    .containsAllEntriesOf(fewer.tables())
                    .hasSize(fewer.tables().size() + 1);
            assertThat(all.databases()).containsAllEntriesOf(fewer.databases());
        }
    }

    @Test
    void leavesNothingOutByDefault() {
        assertThat(CatalogMapper.map(TENANT, RULES.withExclusions(Exclusions.NONE)))
                .isEqualTo(CatalogMapper.map(TENANT, RULES));
    }

    @ParameterizedTest
    @CsvSource({
        "*, A, true",
        "A?C, ABC, true",
        "A?C, AC, false",
        "*_OLD, ORDERS_OLD, true",
        "*_OLD, ORDERS_OLDER, false",
        "a*, ABC, false",
        "A*B*C, AXXBXBXC, true",
        "A*B*C, AXXBXBX, false"
    })
    void matchesNames(String pattern, String name, boolean covered) {
        Exclusions exclusions = new Exclusions(List.of("S/" + pattern));

        assertThat(exclusions.ofAsset(new AssetId("S", name)).isPresent()).isEqualTo(covered);
        assertThat(new Exclusions(List.of(pattern)).ofSpace(name).isPresent()).isEqualTo(covered);
    }

    @Test
    void decidesQuicklyWhateverThePattern() {
        Exclusions exclusions = new Exclusions(List.of("S/" + "a*".repeat(140) + "b"));

        assertThat(exclusions.ofAsset(new AssetId("S", "a".repeat(5_000)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/NAME", "SPACE/"})
    void refusesAPatternThatNamesNothing(String pattern) {
        assertThatThrownBy(() -> new Exclusions(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SPACE/NAME");
    }

    @Test
    void takesIdentifiersForPatterns() {
        assertThat(new Exclusions(List.of("datasphere:SALES/ORDERS", "SALES/ORDERS")).patterns())
                .containsExactly("SALES/ORDERS");
    }

    @ParameterizedTest
    @CsvSource({
        "label-and-description, Net amount: Without tax, Tax only",
        "label, Net amount, Tax only",
        "description, Without tax, Tax only"
    })
    void makesCommentsOfTheTextsChosen(String source, String first, String second) {
        MappingRules rules = RULES.withComments(CommentSource.labelled(source).orElseThrow());

        List<GlueColumn> columns = CatalogMapper.map(TENANT, rules)
                .catalog()
                .tables()
                .filter(table -> table.name().table().equals("orders"))
                .findFirst()
                .orElseThrow()
                .columns();

        assertThat(columns).extracting(GlueColumn::comment).containsExactly(first, second);
        assertThat(columns.get(0).parameters().get(ParameterKey.DESCRIPTION.key()))
                .isEqualTo(source.equals("label") ? "Without tax" : null);
    }
}
