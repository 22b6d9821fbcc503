package io.catalogbridge.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final String ROOT = "io.catalogbridge";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    @Test
    void importsPointOneWay() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".mapping..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".connectors..", ROOT + ".server..")
                .because("the mapping is pure and is imported by everything else"));
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".server..")
                .because("connectors know nothing of who calls them"));
    }

    @Test
    void theMappingKnowsNoHttpNoAwsAndNoProtocol() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".mapping..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "okhttp3..",
                        "java.net.http..",
                        "org.eclipse.jetty..",
                        "io.modelcontextprotocol..",
                        "org.slf4j..",
                        "java.nio.file..",
                        "java.sql..")
                .because("what is pure can be tested without a network and reasoned about without a clock"));
    }

    @Test
    void theMappingReadsNoClock() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".mapping..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("equal inputs give equal plans"));
    }

    @Test
    void theEngineSeesNoConcreteConnector() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".server.sync..",
                        ROOT + ".server.store..",
                        ROOT + ".server.tools..",
                        ROOT + ".server.resources..",
                        ROOT + ".server.prompts..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + ".connectors..").and(not(resideInAPackage(ROOT + ".connectors.spi.."))))
                .because("a new system must not touch the engine"));
    }

    @Test
    void onlyTheProtocolImportsTheMcpSdk() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".server.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.modelcontextprotocol..")
                .because("tools see one small call interface, whatever carries it"));
    }

    @Test
    void theProtocolSeesNothingOfTheServerButTheSurface() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".server.protocol..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".server..")
                        .and(not(resideInAnyPackage(ROOT + ".server.protocol..", ROOT + ".server.surface.."))))
                .because("it carries calls, whatever they do"));
    }

    @Test
    void whatClientsSeeKnowsNeitherTheProtocolNorTheCommandLine() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".server.surface..",
                        ROOT + ".server.tools..",
                        ROOT + ".server.resources..",
                        ROOT + ".server.prompts..",
                        ROOT + ".server.apps..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".server.protocol..", ROOT + ".server.cli..", ROOT + ".server.bridge..")
                .because("every protocol and transport carries the same surface"));
    }

    @Test
    void onlyTheGlueConnectorImportsTheAwsSdk() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".connectors.glue..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("the SDK's model stays on its side of the converter"));
    }

    @Test
    void onlyTheConverterKnowsBothModelsOfATable() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".connectors.glue..")
                .and()
                .doNotHaveSimpleName("GlueConverter")
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.glue.model..")
                        .and(JavaClass.Predicates.simpleName("Column")))
                .because("whatever else understands Glue's columns and ours would be a second converter"));
    }

    @Test
    void theSandboxSharesNoCodeWithTheClientsItServes() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".connectors.sandbox..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + ".connectors.datasphere..", ROOT + ".connectors.glue..", ROOT + ".mapping.."))
                .because("a mistake made on both sides would never be found"));
    }

    @Test
    void packagesFormNoCycles() {
        check(slices().matching(ROOT + ".(mapping|connectors|server).(*)..")
                .should()
                .beFreeOfCycles());
    }

    @Test
    void standardOutputBelongsToTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".server")
                .should()
                .accessField(System.class, "out")
                .because("on stdio it carries the protocol; App hands the original to those who may write"));
    }

    @Test
    void nothingSwallowsStackTracesIntoTheConsole() {
        check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void utilitiesAreNamedAfterWhatTheyDo() {
        check(classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .because("the real noun is nearby"));
    }

    @Test
    void everyPackageSaysWhatBelongsThereAndIsNullMarked() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (JavaClass each : PRODUCT) {
            if (!each.getPackage().isAnnotatedWith(NullMarked.class)) {
                silent.add(each.getPackageName());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(PRODUCT);
    }
}
