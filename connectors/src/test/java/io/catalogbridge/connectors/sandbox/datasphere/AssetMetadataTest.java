package io.catalogbridge.connectors.sandbox.datasphere;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AssetMetadataTest {

    private static final String CONSUMPTION = "/api/v1/datasphere/consumption/";

    private Path folder;
    private TestingTenant tenant;

    @BeforeEach
    void serve(@TempDir Path temporary) {
        folder = temporary;
        TestingTenant.write(folder, "sales/orders.json", """
                {`definitions`:{
                  `ORDERS`:{`kind`:`entity`,`elements`:{
                    `ID`:{`type`:`cds.String`,`length`:10,`key`:true},
                    `CUSTOMER`:{`type`:`cds.String`,`length`:8,`@ObjectModel.text.association`:{`=`:`_CUSTOMER`}},
                    `CURRENCY`:{`type`:`cds.String`,`length`:5,`@Semantics.currencyCode`:true},
                    `AMOUNT`:{`type`:`cds.Decimal`,`precision`:17,`scale`:2,
                              `@Semantics.amount.currencyCode`:{`=`:`CURRENCY`}}}},
                  `CUSTOMERS`:{`kind`:`entity`,`elements`:{`ID`:{`type`:`cds.String`,`length`:8,`key`:true},
                    `CITY`:{`type`:`cds.String`,`length`:40}}},
                  `MODEL`:{`kind`:`entity`,`@EndUserText.label`:`Order model`,
                    `elements`:{
                      `CUSTOMER`:{`@EndUserText.label`:`Customer`},
                      `_CUSTOMER`:{`type`:`cds.Association`,`target`:`CUSTOMERS`},
                      `CITY`:{`@Analytics.navigationAttributeRef`:[`_CUSTOMER`,`CITY`]},
                      `CURRENCY`:{},
                      `AMOUNT`:{`@EndUserText.label`:`Amount`,`@AnalyticsDetails.measureType`:{`#`:`BASE`}},
                      `HIDDEN`:{`@AnalyticsDetails.measureType`:{`#`:`BASE`},`@Analytics.hidden`:true}},
                    `query`:{`SELECT`:{`from`:{`ref`:[`ORDERS`],`as`:`O`},
                      `columns`:[{`ref`:[`O`,`CUSTOMER`],`as`:`CUSTOMER`},{`ref`:[`_CUSTOMER`]},
                        {`ref`:[`_CUSTOMER`,`CITY`],`as`:`CITY`},{`ref`:[`O`,`CURRENCY`]},
                        {`ref`:[`O`,`AMOUNT`],`as`:`AMOUNT`},{`ref`:[`O`,`AMOUNT`],`as`:`HIDDEN`}],
                      `mixin`:{`_CUSTOMER`:{`type`:`cds.Association`,`target`:`CUSTOMERS`}}}}}},
                 `businessLayerDefinitions`:{`MODEL`:{`measures`:{`AMOUNT`:{}}}}}
                """);
        TestingTenant.write(folder, "sales/odd.json", """
                {`definitions`:{`4V.ODD name`:{`kind`:`entity`,`@DataWarehouse.consumption.external`:true,
                  `query`:{`SELECT`:{`from`:{`ref`:[`ORDERS`]}}},
                  `elements`:{
                    `a.b`:{`type`:`cds.Integer`,`key`:true,`notNull`:true,`@EndUserText.label`:`A & <B>`},
                    `a b`:{`type`:`cds.Integer`},
                    `1st`:{`type`:`cds.Integer`},
                    `a_b`:{`type`:`cds.Integer`}}}}}
                """);
        TestingTenant.write(folder, "sales/parameterised.json", """
                {`definitions`:{`BY_DATE`:{`kind`:`entity`,`@DataWarehouse.consumption.external`:true,
                  `params`:{`P_DATE`:{`type`:`cds.Date`,`@EndUserText.label`:`Key date`},
                            `P_TEXT`:{`type`:`cds.String`,`length`:3}},
                  `query`:{`SELECT`:{`from`:{`ref`:[`ORDERS`]}}},
                  `elements`:{`ID`:{`type`:`cds.String`,`length`:10,`key`:true}}}}}
                """);
        TestingTenant.write(folder, "sales/inventory.json", "{`BROKEN`:{`status`:`DesignTimeError`}}");
        TestingTenant.write(folder, "sales/broken.json", """
                {`definitions`:{`BROKEN`:{`kind`:`entity`,`@DataWarehouse.consumption.external`:true,
                  `@DataWarehouse.sqlEditor.query`:`SELECT 1`,`elements`:{}}}}
                """);
        tenant = TestingTenant.serving(TestingTenant.folder(folder));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void analyticalMetadataHasNoKeyAndMarksDimensionsAndMeasures() {
        EdmxReading model = analytical("MODEL");

        assertThat(model.namespace()).isEqualTo("InaApplicationService");
        assertThat(model.keys()).isEmpty();
        assertThat(model.terms("MODEL/CUSTOMER")).containsExactly("Analytics.Dimension=true", "Common.Label=Customer");
        assertThat(model.terms("MODEL/AMOUNT"))
                .containsExactly("Common.Label=Amount", "Analytics.measure=true", "Measures.ISOCurrency=CURRENCY");
        assertThat(model.terms("MODEL/CURRENCY")).containsExactly("Analytics.Dimension=true", "Common.IsCurrency=true");
        assertThat(model.terms("MODEL/HIDDEN")).contains("UI.Hidden=true");
        assertThat(model.terms("EntityContainer/MODEL"))
                .first()
                .asString()
                .startsWith("Capabilities.CountRestrictions");
    }

    @Test
    void typesOfModelsComeFromTheSourcesOfTheirQuery() {
        EdmxReading model = analytical("MODEL");

        assertThat(model.property("AMOUNT")).isEqualTo("Type=Edm.Decimal Precision=17 Scale=2");
        assertThat(model.property("CITY")).isEqualTo("Type=Edm.String MaxLength=40");
        assertThat(model.terms("MODEL/CITY")).contains("Analytics.navigationAttributeRef[_CUSTOMER, CITY]");
    }

    @Test
    void columnsWithTextsAreFollowedByTheirText() {
        EdmxReading model = analytical("MODEL");

        assertThat(model.propertyNames())
                .containsExactly("CUSTOMER", "CUSTOMER_T", "CITY", "CURRENCY", "AMOUNT", "HIDDEN");
        assertThat(model.terms("MODEL/CUSTOMER_T"))
                .containsExactly("Common.TextFor=CUSTOMER", "DataIntegration.OriginalName=CUSTOMER\u221eT");
    }

    @Test
    void oddNamesAreSanitisedAndTheOriginalIsKept() {
        EdmxReading odd = relational("4V.ODD name");

        assertThat(odd.entitySets()).containsExactly("_4V_ODD_name");
        assertThat(odd.terms("_4V_ODD_name")).contains("DataIntegration.OriginalName=4V.ODD name");
        assertThat(odd.propertyNames()).containsExactly("a_b", "a_b_1", "_1st", "a_b_2");
        assertThat(odd.terms("_4V_ODD_name/a_b"))
                .containsExactly(
                        "Common.Label=A & <B>",
                        "DataIntegration.OriginalName=a.b",
                        "Common.FieldControl=Common.FieldControlType/Mandatory");
        assertThat(odd.terms("_4V_ODD_name/a_b_1")).containsExactly("DataIntegration.OriginalName=a b");
        assertThat(odd.property("a_b")).isEqualTo("Type=Edm.Int32 Nullable=false");
    }

    @Test
    void parametersComeFirstAndTheRowsAreOneNavigationFurther() {
        EdmxReading metadata = relational("BY_DATE");

        assertThat(metadata.entitySets()).containsExactly("BY_DATE");
        assertThat(metadata.entityType("BY_DATE")).hasValueSatisfying(type -> {
            assertThat(type.getElementsByTagName("Property").getLength()).isEqualTo(2);
            assertThat(type.getElementsByTagName("NavigationProperty")
                            .item(0)
                            .getAttributes()
                            .getNamedItem("Type")
                            .getNodeValue())
                    .isEqualTo("Collection(StandaloneService.BY_DATEType)");
        });
        assertThat(metadata.keys()).containsExactly("P_DATE", "P_TEXT", "ID");
        assertThat(metadata.terms("BY_DATE/P_DATE"))
                .containsExactly("Common.Label=Key date", "Common.FieldControl=Common.FieldControlType/Mandatory");
        assertThat(tenant.json("/api/v1/datasphere/consumption/catalog/assets(spaceName='SALES',name='BY_DATE')")
                        .path("hasParameters")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void serviceDocumentNamesTheEntitySet() {
        assertThat(tenant.json(CONSUMPTION + "relational/SALES/4V.ODD%20name/").toString())
                .isEqualTo("{\"@odata.context\":\"$metadata\",\"value\":"
                        + "[{\"name\":\"_4V_ODD_name\",\"kind\":\"EntitySet\",\"url\":\"_4V_ODD_name\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "relational/SALES/ORDERS, 404",
        "relational/SALES/MODEL, 404",
        "analytical/SALES/BY_DATE, 404",
        "relational/NOWHERE/BY_DATE, 404",
        "relational/SALES/BROKEN, 500"
    })
    void refusesWhatIsNotExposedOrBroken(String asset, int status) {
        HttpResponse<String> answer = tenant.get(CONSUMPTION + asset + "/$metadata");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-correlation-id")).isPresent();
    }

    @Test
    void refusesOthersThanMembersAndOthersThanXml() {
        assertThat(tenant.get(CONSUMPTION + "relational/SALES/BY_DATE/$metadata", "application/json")
                        .statusCode())
                .isEqualTo(406);
        tenant.tenant().change(ChangeStep.leave("SALES"));
        assertThat(tenant.get(CONSUMPTION + "relational/SALES/BY_DATE/$metadata")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            relational/SALES/4V.ODD%20name/_4V_ODD_name            | 200
            relational/SALES/4V.ODD%20name/4V.ODD%20name           | 404
            relational/SALES/BY_DATE/BY_DATE                       | 400
            relational/SALES/BY_DATE/BY_DATE(P_DATE=2026-01-01)/Set | 200
            analytical/SALES/MODEL/MODEL                           | 400
            """)
    void dataAnswersAreEmptyButAsStrictAsReal(String path, int status) {
        assertThat(tenant.get(CONSUMPTION + path).statusCode()).isEqualTo(status);
    }

    @Test
    void analyticalDataWantsALanguageAndCannotCount() {
        HttpRequest counting = HttpRequest.newBuilder(
                        tenant.uri(CONSUMPTION + "analytical/SALES/MODEL/MODEL?$count=true"))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + accessToken())
                .build();

        assertThat(tenant.get(CONSUMPTION + "analytical/SALES/MODEL/MODEL").body())
                .contains("INVALID_LANGUAGE_HEADER");
        assertThat(tenant.send(counting).body()).contains("Countable: false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'cds.String','length':10}                    | Edm.String [MaxLength, 10]
            {'type':'cds.LargeString'}                           | Edm.String []
            {'type':'cds.Decimal','precision':17,'scale':2}      | Edm.Decimal [Precision, 17, Scale, 2]
            {'type':'cds.Decimal','precision':17,'scale':0}      | Edm.Decimal [Precision, 17]
            {'type':'cds.DecimalFloat'}                          | Edm.Decimal []
            {'type':'cds.hana.SMALLDECIMAL'}                     | Edm.Decimal []
            {'type':'cds.Integer'}                               | Edm.Int32 []
            {'type':'cds.Integer64'}                             | Edm.Int64 []
            {'type':'cds.hana.TINYINT'}                          | Edm.Byte []
            {'type':'cds.hana.SMALLINT'}                         | Edm.Int16 []
            {'type':'cds.Double'}                                | Edm.Double []
            {'type':'cds.hana.REAL'}                             | Edm.Single []
            {'type':'cds.Date'}                                  | Edm.Date []
            {'type':'cds.Time'}                                  | Edm.TimeOfDay []
            {'type':'cds.DateTime'}                              | Edm.DateTimeOffset []
            {'type':'cds.Timestamp'}                             | Edm.DateTimeOffset []
            {'type':'cds.Boolean'}                               | Edm.Boolean []
            {'type':'cds.Binary','length':16}                    | Edm.Binary []
            {'type':'cds.LargeBinary'}                           | Edm.Binary []
            {'type':'cds.hana.BINARY'}                           | Edm.Binary []
            {'type':'cds.UUID'}                                  | Edm.Guid []
            {'type':'cds.hana.ST_GEOMETRY'}                      | Edm.String []
            {'type':'cds.hana.ST_POINT'}                         | Edm.String []
            {}                                                   | Edm.String []
            """, quoteCharacter = '"')
    void everyTypeHasItsCounterpart(String element, String expected) {
        JsonNode parsed = Json.MAPPER.readTree(element.replace('\'', '"'));
        EdmType type = EdmType.of(parsed);

        assertThat(type.name() + " " + type.facets()).isEqualTo(expected);
    }

    private EdmxReading relational(String asset) {
        return metadata("relational", asset);
    }

    private EdmxReading analytical(String asset) {
        return metadata("analytical", asset);
    }

    private EdmxReading metadata(String shape, String asset) {
        HttpResponse<String> answer = tenant.get(
                CONSUMPTION + shape + "/SALES/" + PathSegment.encoded(asset) + "/$metadata", "application/xml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("odata-version")).contains("4.0");
        return EdmxReading.of(answer.body());
    }

    private String accessToken() {
        return TestingTenant.json(tenant.token("grant_type=client_credentials", "Authorization", TestingTenant.basic()))
                .path("access_token")
                .asString();
    }
}
