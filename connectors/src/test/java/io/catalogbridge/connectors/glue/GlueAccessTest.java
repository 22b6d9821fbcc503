package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.sandbox.aws.AccessKey;
import io.catalogbridge.connectors.sandbox.aws.AssumableRole;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Outcome;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.plan.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.catalogbridge.connectors.testing.GlueExamples.creationOf;
import static io.catalogbridge.connectors.testing.GlueExamples.database;
import static io.catalogbridge.connectors.testing.GlueExamples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class GlueAccessTest {

    private static final String OTHER_ACCOUNT = "210987654321";
    private static final String ROLE = "arn:aws:iam::" + OTHER_ACCOUNT + ":role/catalog-writer";

    private final TestingGlue glue = TestingGlue.start(
            TestingGlue.SETTINGS.withOtherCatalogs(OTHER_ACCOUNT).withRoles(new AssumableRole(ROLE, "agreed")),
            Faults.none());

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        glue.close();
    }

    @Test
    void knowsWhoCalls() {
        CallerIdentity caller = glue.target().identity();

        assertThat(caller.account()).isEqualTo("123456789012");
        assertThat(caller.arn()).startsWith("arn:aws:iam::123456789012:user/");
    }

    @Test
    void writesToTheCatalogOfAnotherAccount() {
        GlueTarget own = glue.target();
        GlueTarget other = glue.target(glue.config().withCatalogId(OTHER_ACCOUNT));

        creationOf(List.of("sales"), 2)
                .forEach(wave -> TestingGlue.apply(other, wave, other.readDatabases(false, Progress.NONE)));

        assertThat(TestingGlue.read(other, "sales").observation().catalog().tables())
                .containsExactly(table("sales", "table_0"), table("sales", "table_1"));
        assertThat(own.readDatabases(false, Progress.NONE)
                        .observation()
                        .catalog()
                        .databases())
                .isEmpty();
    }

    @Test
    void aForeignCatalogThatIsNotSharedIsForbiddenWithTheActionToAllow() {
        GlueTarget target = glue.target(glue.config().withCatalogId("999999999999"));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> target.readDatabases(false, Progress.NONE))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
                    assertThat(failure.remedy()).contains("glue:GetDatabases");
                });
    }

    @Test
    void actsInTheAccountOfTheRoleItAssumes() {
        useTheKnownKeyByDefault();

        CallerIdentity caller =
                glue.target(glue.config().withCredentials(role("agreed"))).identity();

        assertThat(caller.account()).isEqualTo(OTHER_ACCOUNT);
        assertThat(caller.arn()).contains("assumed-role/catalog-writer/catalog-bridge");
    }

    @Test
    void aRoleThatMayNotBeAssumedIsAMatterOfCredentials() {
        useTheKnownKeyByDefault();
        GlueTarget target = glue.target(glue.config().withCredentials(role("guessed")));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> target.readDatabases(false, Progress.NONE))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH);
                    assertThat(failure.remedy()).contains("external id");
                });
    }

    @Test
    void aProfileThatDoesNotExistIsAMatterOfCredentials() {
        GlueTarget target = glue.target(glue.config().withCredentials(new GlueCredentials.Profile("no-such-profile")));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> target.readDatabases(false, Progress.NONE))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH));
    }

    @Test
    void wrongKeysEndTheReadingAtOnceWithARemedyAndWithoutTheSecret() {
        GlueTarget target = glue.target(withKey(new AccessKey(TestingGlue.KEY.id(), "not the secret")));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> target.readDatabases(false, Progress.NONE))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH);
                    assertThat(failure.remedy()).contains("access key");
                    assertThat(failure.toString()).doesNotContain("not the secret");
                });
        assertThat(target.calls().total()).isEqualTo(1);
    }

    @Test
    void keysThatStopWorkingDuringARunEndItAfterAFewCalls() {
        GlueTarget good = glue.target();
        TestingGlue.apply(good, creationOf(List.of("sales"), 0).get(0), good.readDatabases(false, Progress.NONE));
        GlueTarget bad =
                glue.target(withKey(new AccessKey("AKIANOBODY", "unknown")).withConcurrency(4));
        List<Change> changes = creationOf(List.of("sales"), 500).get(1);

        List<Outcome> outcomes = TestingGlue.apply(bad, changes, good.readDatabases(false, Progress.NONE));

        assertThat(outcomes)
                .hasSize(500)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Rejected.class,
                                rejected -> assertThat(rejected.kind()).isEqualTo(ErrorKind.AUTH)));
        assertThat(bad.calls().total()).isLessThan(50);
    }

    @Test
    void findsOutWhatIsAllowedWithoutChangingAnything() {
        GlueTarget target = glue.target();
        TestingGlue.apply(
                target,
                List.of(new Change.CreateDatabase(database("sales"))),
                target.readDatabases(false, Progress.NONE));

        List<PermissionCheck> existing = target.permissions("sales");
        List<PermissionCheck> absent = target.permissions("not_yet_there");

        assertThat(existing)
                .extracting(PermissionCheck::action)
                .containsExactly("glue:GetDatabases", "glue:GetTables", "glue:UpdateTable", "glue:BatchDeleteTable");
        assertThat(existing).allMatch(PermissionCheck::granted);
        assertThat(absent).allMatch(PermissionCheck::granted);
        assertThat(TestingGlue.read(target, "sales").observation().catalog().tables())
                .isEmpty();
    }

    @Test
    void saysWhatIsNotAllowedAndWhatToDo() {
        List<PermissionCheck> checks =
                glue.target(glue.config().withCatalogId("999999999999")).permissions("sales");

        assertThat(checks).hasSize(4).allSatisfy(check -> {
            assertThat(check.granted()).isFalse();
            assertThat(check.remedy()).contains(check.action());
        });
    }

    @Test
    void configurationsNeverPrintASecret() {
        assertThat(glue.config().toString())
                .doesNotContain(TestingGlue.KEY.id())
                .doesNotContain(TestingGlue.KEY.secret());
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> GlueConfig.of(" ")).hasMessageContaining("Region");
        assertThatThrownBy(() -> glue.config().withConcurrency(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> glue.config().withLocation("s3://lake")).hasMessageContaining("slash");
    }

    @Test
    void severalThreadsMayReadAtOnce() {
        GlueTarget target = glue.target();
        creationOf(List.of("sales"), 5)
                .forEach(wave -> TestingGlue.apply(target, wave, target.readDatabases(false, Progress.NONE)));

        List<Long> sizes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> TestingGlue.read(target, "sales")
                        .observation()
                        .catalog()
                        .tables()
                        .count())
                .toList();

        assertThat(sizes).containsOnly(5L);
    }

    private GlueConfig withKey(AccessKey key) {
        return glue.config().withCredentials(new GlueCredentials.Keys(key::id, key::secret));
    }

    private static GlueCredentials role(String externalId) {
        return new GlueCredentials.Role(
                ROLE, Optional.of(externalId), GlueCredentials.Role.DEFAULT_SESSION, Optional.empty());
    }

    /** The default chain looks at system properties first. */
    private static void useTheKnownKeyByDefault() {
        System.setProperty("aws.accessKeyId", TestingGlue.KEY.id());
        System.setProperty("aws.secretAccessKey", TestingGlue.KEY.secret());
    }
}
