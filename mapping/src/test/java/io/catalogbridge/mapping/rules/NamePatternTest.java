package io.catalogbridge.mapping.rules;

import io.catalogbridge.mapping.rules.MappingRules.JobRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NamePatternTest {

    @Test
    void putsTheEnvironmentIntoTheName() {
        assertThat(MappingRules.defaults("Prod-EU").databases().name("sales")).isEqualTo("datasphere_sales_prod_eu");
    }

    @Test
    void leavesRoomForEverythingAround() {
        NamePattern pattern = MappingRules.defaults("dog").databases();

        assertThat(pattern.name("x".repeat(pattern.room()))).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "datasphere",
                "{space}_{space}",
                "Sales_{space}",
                "{space}.{env}",
                "{space}_{stage}",
                "{process}"
            })
    void refusesPatternsThatMakeNoValidNames(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingRules.defaults("dog").withDatabasePattern(pattern))
                .withMessageContaining("'" + pattern + "'");
    }

    @Test
    void refusesPatternsThatLeaveNoRoom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingRules.defaults("dog").withDatabasePattern("x".repeat(110) + "{space}"))
                .withMessageContaining("fewer than 24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-dog", "dog/wolf", "a23456789012345678901234567890123"})
    void refusesEnvironmentsThatCannotBePartOfAName(String environment) {
        assertThatIllegalArgumentException().isThrownBy(() -> MappingRules.defaults(environment));
    }

    @Test
    void refusesJobsWithoutRoleOrWithAnotherPattern() {
        assertThatIllegalArgumentException().isThrownBy(() -> JobRules.of("", "s3://bucket/script.py"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> MappingRules.defaults("dog").withJobs(new JobRules("role", "s3://b/s.py", "{space}")));
    }
}
