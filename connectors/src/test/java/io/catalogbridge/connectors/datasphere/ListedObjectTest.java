package io.catalogbridge.connectors.datasphere;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ListedObjectTest {

    @Test
    void readsRowsAndPlainNames() {
        assertThat(row("{`technicalName`:`A`,`businessName`:`Alpha`}"))
                .hasValueSatisfying(row -> assertThat(row.label()).isEqualTo("Alpha"));
        assertThat(row("`A`")).hasValueSatisfying(row -> assertThat(row.name()).isEqualTo("A"));
        assertThat(row("{`other`:1}")).isEmpty();
        assertThat(row("17")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-26T11:03:50Z,        2026-05-26T12:00:01Z,     Deployed",
        "2026-05-26 11:03:50.498 UTC, 2026-05-26 12:00:01 UTC,  ChangesToDeploy",
        "2026-05-26T11:03:50.000Z,    ,                         NotDeployed"
    })
    void trustsTimesToTheSecond(@Nullable String changed, @Nullable String deployed, String status) {
        assertThat(mark(changed, deployed, status)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-26,               2026-05-26T12:00:01Z, Deployed",
        "2026-05-26T00:00:00Z,     2026-05-26T12:00:01Z, Deployed",
        "2026-05-26T00:00:00.000Z, 2026-05-26T12:00:01Z, Deployed",
        "2026-05-26T11:03:50Z,     2026-05-26,           Deployed",
        "2026-05-26T11:03:50Z,     ,                     Deployed",
        ",                         2026-05-26T12:00:01Z, Deployed"
    })
    void doesNotTrustDatesNorWhatIsMissing(@Nullable String changed, @Nullable String deployed, String status) {
        assertThat(mark(changed, deployed, status)).isEmpty();
    }

    @Test
    void everySaveAndEveryDeploymentChangesTheMark() {
        Optional<String> before = mark("2026-05-26T11:03:50Z", "2026-05-26T12:00:01Z", "Deployed");

        assertThat(mark("2026-05-26T11:03:51Z", "2026-05-26T12:00:01Z", "Deployed"))
                .isNotEqualTo(before);
        assertThat(mark("2026-05-26T11:03:50Z", "2026-05-26T12:00:02Z", "Deployed"))
                .isNotEqualTo(before);
        assertThat(mark("2026-05-26T11:03:50Z", "2026-05-26T12:00:01Z", "ChangesToDeploy"))
                .isNotEqualTo(before);
    }

    private static Optional<String> mark(@Nullable String changed, @Nullable String deployed, String status) {
        return row("{`technicalName`:`A`,`changedOn`:" + text(changed) + ",`deployedOn`:" + text(deployed)
                        + ",`status`:`" + status + "`}")
                .flatMap(ListedObject::changeMark);
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : "`" + value + "`";
    }

    private static Optional<ListedObject> row(String json) {
        JsonNode node = JsonMapper.shared().readTree(json.replace('`', '"'));
        return ListedObject.of(node);
    }
}
