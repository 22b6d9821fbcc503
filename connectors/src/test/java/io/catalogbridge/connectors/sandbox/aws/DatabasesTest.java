package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AccessDeniedException;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseAttributes;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.ResourceNumberLimitExceededException;
import software.amazon.awssdk.services.glue.model.ResourceShareType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabasesTest {

    private static final String OTHER_ACCOUNT = "210987654321";

    private final TestingAws aws = TestingAws.start(
            TestingAws.SETTINGS.withOtherCatalogs(OTHER_ACCOUNT).withQuotas(GlueQuotas.DEFAULTS.withDatabases(250)));
    private final GlueClient glue = aws.glue();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void returnsWhatWasCreatedWithNameInLowerCaseAndReadOnlyFieldsAdded() {
        glue.createDatabase(request -> request.databaseInput(database -> database.name("Sales_DEV")
                .description("Sales\nand orders")
                .locationUri("s3://lake/sales/")
                .parameters(Map.of("catalogbridge.digest", "abc"))));

        Database database =
                glue.getDatabase(request -> request.name("SALES_dev")).database();

        assertThat(database.name()).isEqualTo("sales_dev");
        assertThat(database.description()).isEqualTo("Sales\nand orders");
        assertThat(database.locationUri()).isEqualTo("s3://lake/sales/");
        assertThat(database.parameters()).containsExactly(Map.entry("catalogbridge.digest", "abc"));
        assertThat(database.catalogId()).isEqualTo("123456789012");
        assertThat(database.createTime()).isNotNull();
        assertThat(database.createTableDefaultPermissions())
                .singleElement()
                .satisfies(grant -> assertThat(grant.permissionsAsStrings()).containsExactly("ALL"));
    }

    @Test
    void refusesNameThatDiffersOnlyInCase() {
        Inputs.createDatabase(glue, "sales");

        assertThatThrownBy(() -> Inputs.createDatabase(glue, "SALES"))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Database already exists.");
    }

    @Test
    void updateReplacesEverythingButTheTimeOfCreation() {
        glue.createDatabase(request -> request.databaseInput(
                database -> database.name("sales").description("old").parameters(Map.of("a", "1"))));
        Database before = glue.getDatabase(request -> request.name("sales")).database();

        glue.updateDatabase(request -> request.name("sales")
                .databaseInput(database -> database.name("sales").parameters(Map.of("b", "2"))));

        Database after = glue.getDatabase(request -> request.name("sales")).database();
        assertThat(after.description()).isNull();
        assertThat(after.parameters()).containsExactly(Map.entry("b", "2"));
        assertThat(after.createTime()).isEqualTo(before.createTime());
    }

    @Test
    void refusesRename() {
        Inputs.createDatabase(glue, "sales");

        assertThatThrownBy(() -> glue.updateDatabase(
                        request -> request.name("sales").databaseInput(input -> input.name("other"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rename is not supported");
    }

    @Test
    void saysThatADatabaseDoesNotExist() {
        assertThatThrownBy(() -> glue.getDatabase(request -> request.name("nowhere")))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Database nowhere not found.");
        assertThatThrownBy(() -> glue.deleteDatabase(request -> request.name("nowhere")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(
                        () -> glue.updateDatabase(request -> request.name("x").databaseInput(input -> input.name("x"))))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void deletesTablesTogetherWithTheirDatabase() {
        Inputs.createDatabase(glue, Inputs.DATABASE);
        Inputs.createTable(glue, Inputs.TABLE);

        glue.deleteDatabase(request -> request.name(Inputs.DATABASE));
        Inputs.createDatabase(glue, Inputs.DATABASE);

        assertThat(Inputs.tableNames(glue)).isEmpty();
    }

    @Test
    void listsAtMostAHundredPerPageInOrder() {
        IntStream.range(0, 120).forEach(number -> Inputs.createDatabase(glue, "db_%03d".formatted(number)));

        GetDatabasesResponse first = glue.getDatabases(request -> {});
        GetDatabasesResponse second = glue.getDatabases(request -> request.nextToken(first.nextToken()));

        assertThat(first.databaseList())
                .hasSize(100)
                .first()
                .extracting(Database::name)
                .isEqualTo("db_000");
        assertThat(second.databaseList())
                .hasSize(20)
                .last()
                .extracting(Database::name)
                .isEqualTo("db_119");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aFullLastPageIsTheLast() {
        IntStream.range(0, 100).forEach(number -> Inputs.createDatabase(glue, "db_" + number));

        assertThat(glue.getDatabases(request -> {}).nextToken()).isNull();
    }

    @Test
    void returnsOnlyNamesAndTargetsWhenAskedTo() {
        glue.createDatabase(request -> request.databaseInput(database -> database.name("link")
                .description("left out")
                .targetDatabase(target -> target.catalogId(OTHER_ACCOUNT).databaseName("shared"))));

        List<Database> databases = glue.getDatabases(
                        request -> request.attributesToGet(DatabaseAttributes.NAME, DatabaseAttributes.TARGET_DATABASE))
                .databaseList();

        assertThat(databases).singleElement().satisfies(link -> {
            assertThat(link.targetDatabase().databaseName()).isEqualTo("shared");
            assertThat(link.description()).isNull();
        });
    }

    @Test
    void nothingIsSharedFromOutside() {
        Inputs.createDatabase(glue, "sales");

        assertThat(glue.getDatabases(request -> request.resourceShareType(ResourceShareType.FOREIGN))
                        .databaseList())
                .isEmpty();
        assertThat(glue.getDatabases(request -> request.resourceShareType(ResourceShareType.ALL))
                        .databaseList())
                .hasSize(1);
    }

    @Test
    void keepsCatalogsOfDifferentAccountsApart() {
        glue.createDatabase(
                request -> request.catalogId(OTHER_ACCOUNT).databaseInput(database -> database.name("sales")));

        assertThat(glue.getDatabases(request -> {}).databaseList()).isEmpty();
        assertThat(glue.getDatabases(request -> request.catalogId(OTHER_ACCOUNT))
                        .databaseList())
                .singleElement()
                .satisfies(database -> assertThat(database.catalogId()).isEqualTo(OTHER_ACCOUNT));
    }

    @Test
    void refusesCatalogOfAnAccountThatSharesNothing() {
        assertThatThrownBy(() -> glue.getDatabases(request -> request.catalogId("999999999999")))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("glue:GetDatabases")
                .hasMessageContaining("999999999999");
    }

    @Test
    void refusesMoreDatabasesThanTheQuota() {
        IntStream.range(0, 250).forEach(number -> Inputs.createDatabase(glue, "db_" + number));

        assertThatThrownBy(() -> Inputs.createDatabase(glue, "one_more"))
                .isInstanceOf(ResourceNumberLimitExceededException.class);
    }

    @Test
    void refusesATokenThatItNeverGave() {
        assertThatThrownBy(() -> glue.getDatabases(request -> request.nextToken("made up")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("NextToken");
    }
}
