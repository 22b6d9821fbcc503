package io.catalogbridge.connectors.sandbox.demo;

import io.catalogbridge.connectors.sandbox.demo.DemoTenant.DemoObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The demo tenant is whole: its index, its kinds, its references; nothing in it points outside. */
class DemoTenantContentTest {
    private static final DemoTenant TENANT = DemoTenant.load();
    private static final int SIZE_LIMIT = 2_500_000;

    /** A space that nobody in the demo may see: the reference stays open on purpose. */
    private static final Set<String> INTENDED_DANGLING =
            Set.of("FINANCE.STORE_RENT_HISTORY -> RETAIL_ARCHIVE.STORE_RENT");

    /** Provider spaces of installed data products appear as connections with a generated name. */
    private static final Pattern DATA_PRODUCT_SPACE = Pattern.compile("[0-9A-F]{20}");

    private static final Pattern ADDRESS = Pattern.compile(
            "\\w+://|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|[\\w.]+@[\\w-]+\\.\\w+|\\.(com|net|org|io|cloud|local)\\b");
    private static final Pattern SECRET = Pattern.compile(
            "\"\\w*(password|passwd|secret|token|credential|apikey|private_?key)\\w*\"\\s*:|AKIA[0-9A-Z]{16}|-----BEGIN|eyJ[\\w-]{10,}",
            Pattern.CASE_INSENSITIVE);

    @Test
    void indexNamesExactlyTheFilesOfTheFolder() {
        assertThat(TENANT.index()).isEqualTo(DemoTenant.filesOnDisk());
    }

    @Test
    void pathsStayApartWhereFileNamesIgnoreCase() {
        assertThat(TENANT.index().stream().map(path -> path.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void staysSmallEnoughToShip() {
        assertThat(TENANT.index().stream()
                        .mapToInt(path -> DemoTenant.text(path).getBytes(UTF_8).length)
                        .sum())
                .isLessThan(SIZE_LIMIT);
    }

    @Test
    void filesUseLineFeedsOnly() {
        assertThat(TENANT.index()).noneMatch(path -> DemoTenant.text(path).contains("\r"));
    }

    @Test
    void showsACompanyOfSeveralSpacesAndManyAssets() {
        assertThat(TENANT.spaces()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(TENANT.objects()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void coversEveryKindOfObject() {
        assertThat(TENANT.objects().stream().map(DemoObject::segment))
                .contains(
                        "localtables",
                        "remotetables",
                        "views",
                        "analyticmodels",
                        "dataflows",
                        "replicationflows",
                        "transformationflows",
                        "taskchains",
                        "dataaccesscontrols");
    }

    @Test
    void everySpaceHasALabelAndADescription() {
        assertThat(TENANT.spaces()).allSatisfy(space -> {
            JsonNode definition = TENANT.file(space + "/space.json");
            assertThat(definition.path("version").asString()).isEqualTo("1.0.4");
            assertThat(definition.path("label").asString()).isNotBlank();
            assertThat(definition.path("longDescription").asString()).isNotBlank();
        });
    }

    @Test
    void everyConnectionHasTheFieldsOfTheService() {
        assertThat(TENANT.spaces())
                .allSatisfy(space -> assertThat(TENANT.file(space + "/connections.json"))
                        .allSatisfy(connection -> assertThat(names(connection))
                                .containsExactlyInAnyOrder(
                                        "name",
                                        "businessName",
                                        "typeId",
                                        "creation_date",
                                        "creator",
                                        "realtimeReplicationStatus")));
    }

    @Test
    void everyFileHoldsTheObjectItIsNamedAfter() {
        assertThat(TENANT.objects())
                .allSatisfy(object -> assertThat(object.definition().isObject())
                        .as(object.id())
                        .isTrue());
    }

    @Test
    void inventoryListsExactlyTheObjectsOfTheSpace() {
        assertThat(TENANT.spaces())
                .allSatisfy(space -> assertThat(names(TENANT.inventory(space)))
                        .isEqualTo(TENANT.objects().stream()
                                .filter(object -> object.space().equals(space))
                                .map(DemoObject::name)
                                .collect(Collectors.toSet())));
    }

    @Test
    void noObjectIsChangedBeforeItWasCreated() {
        assertThat(inventoryEntries()).allSatisfy(entry -> {
            Instant created = Instant.parse(entry.path("createdOn").asString());
            assertThat(Instant.parse(entry.path("changedOn").asString())).isAfterOrEqualTo(created);
            assertThat(entry.path("createdBy").asString()).matches("[A-Z0-9_]{1,20}");
            assertThat(entry.path("changedBy").asString()).matches("[A-Z0-9_]{1,20}");
        });
    }

    @Test
    void deploymentDatesAgreeWithTheStatus() {
        assertThat(inventoryEntries()).allSatisfy(entry -> {
            String status = entry.path("status").asString();
            assertThat(entry.has("deployedOn")).isEqualTo(!status.equals("NotDeployed"));
            if (status.equals("ChangesToDeploy")) {
                assertThat(Instant.parse(entry.path("changedOn").asString()))
                        .isAfter(Instant.parse(entry.path("deployedOn").asString()));
            }
        });
    }

    @Test
    void everyReferenceResolvesOrIsOpenOnPurpose() {
        assertThat(TENANT.objects().stream().flatMap(DemoTenantContentTest::openReferences))
                .containsExactlyInAnyOrderElementsOf(INTENDED_DANGLING);
    }

    @Test
    void everyColumnOfEveryQueryExistsInItsSource() {
        assertThat(TENANT.in("localtables", "views", "analyticmodels"))
                .allSatisfy(object -> assertThat(new QueryColumns(TENANT, object)
                                .unresolved(object.definition().path("query")))
                        .isEmpty());
    }

    @Test
    void everyColumnOfATransformationExistsInItsSource() {
        assertThat(TENANT.in("transformationflows"))
                .allSatisfy(object -> object.body()
                        .findValues("query")
                        .forEach(query -> assertThat(new QueryColumns(TENANT, object).unresolved(query))
                                .isEmpty()));
    }

    @Test
    void queriesYieldTheElementsThatTheViewDeclares() {
        assertThat(TENANT.in("views", "analyticmodels")
                        .filter(object -> object.definition().has("query")))
                .allSatisfy(
                        object -> assertThat(queryOutputs(object.definition().path("query")))
                                .as(object.id())
                                .containsExactlyInAnyOrderElementsOf(names(object.annotation("elements"))));
    }

    @Test
    void everyAssociationReachesAColumnOfItsTarget() {
        assertThat(TENANT.objects())
                .allSatisfy(object -> object.annotation("elements")
                        .propertyStream()
                        .filter(element -> element.getValue().has("target"))
                        .forEach(association -> assertThat(targetColumns(object, association.getValue()))
                                .as(object.id() + " " + association.getKey())
                                .containsAll(conditionColumns(association))));
    }

    @Test
    void everyElementNamedByAnAnnotationExists() {
        Set<String> pointers = Set.of(
                "@Semantics.amount.currencyCode",
                "@Semantics.quantity.unitOfMeasure",
                "@ObjectModel.foreignKey.association",
                "@ObjectModel.text.association",
                "@ObjectModel.text.element");
        assertThat(TENANT.objects())
                .allSatisfy(object -> assertThat(names(object.annotation("elements")))
                        .as(object.id())
                        .containsAll(object.annotation("elements")
                                .valueStream()
                                .flatMap(element -> pointers.stream().map(element::path))
                                .flatMap(pointer -> pointer.findValues("=").stream())
                                .map(JsonNode::asString)
                                .toList()));
    }

    @Test
    void everyConnectionInUseIsDefinedInItsSpace() {
        assertThat(TENANT.objects())
                .allSatisfy(object -> assertThat(TENANT.connections(object.space()))
                        .as(object.id())
                        .containsAll(connectionsInUse(object).toList()));
    }

    @Test
    void flowsWriteColumnsThatTheirTargetHas() {
        assertThat(TENANT.in("dataflows", "transformationflows"))
                .allSatisfy(flow -> flow.definition().findValues("config").stream()
                        .filter(config -> config.has("mode") || config.has("truncate"))
                        .forEach(config -> assertThat(targetElements(flow, config))
                                .as(flow.id())
                                .containsAll(mappedTargets(config))));
    }

    @Test
    void everyModelMeasureAndAttributeIsAnElement() {
        assertThat(TENANT.in("analyticmodels"))
                .allSatisfy(model -> assertThat(names(model.annotation("elements")))
                        .containsAll(names(model.businessLayer().path("measures")))
                        .containsAll(names(model.businessLayer().path("attributes"))));
    }

    @Test
    void containsNeitherSecretsNorAddressesOfRealSystems() {
        assertThat(TENANT.index()).allSatisfy(path -> {
            String content = DemoTenant.text(path).replace("com.sap.", "");
            assertThat(ADDRESS.matcher(content).results().map(match -> match.group()))
                    .isEmpty();
            assertThat(SECRET.matcher(content).results().map(match -> match.group()))
                    .isEmpty();
        });
    }

    private static Stream<String> openReferences(DemoObject object) {
        return References.of(object)
                .distinct()
                .filter(reference -> TENANT.find(object.space(), reference).isEmpty())
                .map(reference -> object.id() + " -> " + reference);
    }

    private static Stream<String> connectionsInUse(DemoObject object) {
        Stream<String> remote = object.annotation("@DataWarehouse.remote.connection").stringValueOpt().stream()
                .filter(connection -> !DATA_PRODUCT_SPACE.matcher(connection).matches());
        return Stream.of(remote, References.connectionsOf(object), References.replicationConnectionsOf(object))
                .flatMap(connections -> connections);
    }

    private static Set<String> targetElements(DemoObject flow, JsonNode config) {
        String target = config.path("dwcEntity").asString(config.path("name").asString(""));
        return TENANT.find(flow.space(), target)
                .map(table -> names(table.annotation("elements")))
                .orElse(Set.of());
    }

    private static List<String> mappedTargets(JsonNode config) {
        return config.path("attributeMappings")
                .valueStream()
                .map(mapping -> mapping.path("target").asString())
                .toList();
    }

    private static Set<String> targetColumns(DemoObject object, JsonNode association) {
        return TENANT.find(object.space(), association.path("target").asString())
                .map(target -> names(target.annotation("elements")))
                .orElse(Set.of());
    }

    private static List<String> conditionColumns(Map.Entry<String, JsonNode> association) {
        return association
                .getValue()
                .path("on")
                .valueStream()
                .map(token -> token.path("ref"))
                .filter(path -> path.path(0).asString("").equals(association.getKey()))
                .map(path -> path.path(1).asString())
                .toList();
    }

    private static List<String> queryOutputs(JsonNode query) {
        JsonNode select =
                query.has("SET") ? query.path("SET").path("args").path(0).path("SELECT") : query.path("SELECT");
        return select.path("columns")
                .valueStream()
                .map(column -> column.path("as").asString(lastOf(column.path("ref"))))
                .toList();
    }

    private static String lastOf(JsonNode path) {
        return path.path(path.size() - 1).asString("");
    }

    private static List<JsonNode> inventoryEntries() {
        return TENANT.spaces().stream()
                .flatMap(space -> TENANT.inventory(space).valueStream())
                .toList();
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
