package io.catalogbridge.connectors.sandbox.aws;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SettingsTest {

    @Test
    void refusesWhatCannotWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessKey("", "secret"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AssumableRole("arn:aws:iam::1:user/me", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AwsSettings("1234", List.of(TestingAws.KEY), Set.of(), List.of(), GlueQuotas.DEFAULTS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AwsSettings("123456789012", List.of(), Set.of(), List.of(), GlueQuotas.DEFAULTS));
    }

    @Test
    void knowsAccountAndNameOfARole() {
        AssumableRole role = new AssumableRole("arn:aws:iam::210987654321:role/teams/data/writer", null);

        assertThat(role.accountId()).isEqualTo("210987654321");
        assertThat(role.name()).isEqualTo("writer");
    }

    @Test
    void isNotMadeOfTheClientItIsTestedWith() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("an endpoint that shares code with its client shares its mistakes")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(SettingsTest.class.getPackageName()));
    }
}
