package io.catalogbridge.connectors.sandbox.demo;

import io.catalogbridge.connectors.sandbox.demo.DemoTenant.DemoObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** One test per case that real tenants show and that is easy to get wrong; the demo must keep every one of them. */
class DemoTenantOddCasesTest {
    private static final DemoTenant TENANT = DemoTenant.load();
    private static final String SEPARATOR = "\u007f";
    private static final String INFINITY = "\u221e";

    @Nested
    class Names {
        @Test
        void namespaceDots() {
            assertThat(TENANT.objects()).anyMatch(object -> object.name().startsWith("sap.content."));
        }

        @Test
        void generatedTimeTables() {
            assertThat(TENANT.objects()).anyMatch(object -> object.name().equals("SAP.TIME.M_TIME_DIMENSION"));
        }

        @Test
        void sameNameInTwoSpaces() {
            assertThat(TENANT.objects().stream().filter(object -> object.name().equals("SAP.TIME.M_TIME_DIMENSION")))
                    .hasSizeGreaterThan(1);
        }

        @Test
        void spacesAndParentheses() {
            assertThat(TENANT.objects()).anyMatch(object -> object.name().matches(".* .*\\(.*\\).*"));
        }

        @Test
        void hyphens() {
            assertThat(TENANT.objects()).anyMatch(object -> object.name().contains("-"));
        }

        @Test
        void leadingDigit() {
            assertThat(TENANT.objects()).anyMatch(object -> object.name().matches("\\d.*"));
        }

        @Test
        void pairThatDiffersOnlyByCase() {
            Map<String, Long> spellings = TENANT.objects().stream()
                    .collect(Collectors.groupingBy(
                            object -> object.id().toLowerCase(Locale.ROOT), Collectors.counting()));
            assertThat(spellings).containsValue(2L);
        }

        @Test
        void veryLong() {
            assertThat(TENANT.objects()).anyMatch(object -> object.name().length() >= 120);
        }

        @Test
        void umlautsAndOtherScripts() {
            assertThat(TENANT.objects())
                    .anyMatch(object -> object.name().contains("Ü"))
                    .anyMatch(object -> object.name().codePoints().anyMatch(Character::isIdeographic));
        }

        @Test
        void elementsThatCollideInLowerCase() {
            assertThat(elementNames("FINANCE.BUDGET_UPLOAD")).contains("Amount", "AMOUNT", "Net Amount", "Net_Amount");
        }

        @Test
        void elementsWithSlashesAndLeadingDigits() {
            assertThat(elementNames("MASTER_DATA.MATERIAL_GROUP_BW")).anyMatch(name -> name.startsWith("/BIC/"));
            assertThat(elementNames("FINANCE.BUDGET_UPLOAD")).anyMatch(name -> name.matches("\\d.*"));
        }
    }

    @Nested
    class Texts {
        @Test
        void germanJapaneseAndEmoji() {
            assertThat(labels())
                    .anyMatch(label -> label.contains("ß"))
                    .anyMatch(label -> label.codePoints().anyMatch(Character::isIdeographic))
                    .anyMatch(label -> label.contains("⭐"));
        }

        @Test
        void lineBreakInALabel() {
            assertThat(labels()).anyMatch(label -> label.contains("\n"));
        }

        @Test
        void descriptionLongerThanAnyCommentField() {
            assertThat(TENANT.objects())
                    .anyMatch(object -> object.annotation("@EndUserText.quickInfo")
                                    .asString("")
                                    .length()
                            > 1000);
        }

        @Test
        void labelThatGivesOrders() {
            assertThat(labels()).anyMatch(label -> label.contains("Ignore previous instructions"));
        }

        @Test
        void markupInALabel() {
            assertThat(labels()).anyMatch(label -> label.contains("<script>"));
        }

        @Test
        void elementWithoutLabel() {
            assertThat(TENANT.in("localtables")
                            .flatMap(object -> object.annotation("elements").valueStream()))
                    .anyMatch(element -> !element.has("@EndUserText.label") && !element.has("@Common.Label"));
        }

        @Test
        void oldestLabelAnnotation() {
            DemoObject quotation = TENANT.object("SALES.QUOTATION");
            assertThat(quotation.annotation("elements").valueStream())
                    .allMatch(element -> element.has("@Common.Label"));
            assertThat(quotation.definition().has("@ObjectModel.modelingPattern"))
                    .isFalse();
        }
    }

    @Nested
    class Tables {
        @Test
        void deltaCaptureWithItsTwin() {
            DemoObject orders = TENANT.object("SALES.ORDER_HEADER");
            assertThat(orders.definition().has("@DataWarehouse.delta")).isTrue();
            assertThat(References.sources(orders.annotation("query"))).containsExactly("ORDER_HEADER_Delta");
            assertThat(orders.body()
                            .path("definitions")
                            .path("ORDER_HEADER_Delta")
                            .path("@DataWarehouse.enclosingObject")
                            .asString())
                    .isEqualTo("ORDER_HEADER");
        }

        @Test
        void openSqlSchema() {
            assertThat(withAnnotation("@DataWarehouse.external.schema")).isNotEmpty();
        }

        @Test
        void importedDataSet() {
            assertThat(withAnnotation("@DataWarehouse.dataSource.entity")).isNotEmpty();
        }

        @Test
        void remoteEntityWithDeleteCharacters() {
            assertThat(remoteEntities())
                    .anyMatch(entity -> entity.matches("<NULL>" + SEPARATOR + ".+" + SEPARATOR + ".+"));
        }

        @Test
        void remoteEntityInQuotes() {
            assertThat(remoteEntities()).anyMatch(entity -> entity.matches("\".+\"\\.\"/.+\""));
        }

        @Test
        void plainRemoteEntity() {
            assertThat(remoteEntities()).anyMatch(entity -> entity.startsWith("SAPI."));
        }

        @Test
        void connectionByNameAndByGeneratedSpaceId() {
            assertThat(withAnnotation("@DataWarehouse.remote.connection")
                            .map(table -> table.annotation("@DataWarehouse.remote.connection")
                                    .asString()))
                    .contains("S4_PRODUCTION")
                    .anyMatch(connection -> connection.matches("[0-9A-F]{20}"));
        }

        @Test
        void veryWideTable() {
            assertThat(TENANT.objects())
                    .anyMatch(object -> object.annotation("elements").size() > 300);
        }

        @Test
        void compoundKeyAndRepresentativeKey() {
            DemoObject account = TENANT.object("FINANCE.GL_ACCOUNT");
            assertThat(account.annotation("@DataWarehouse.compoundKeySequence")).hasSize(2);
            assertThat(account.annotation("@ObjectModel.representativeKey")
                            .path("=")
                            .asString())
                    .isEqualTo("GL_ACCOUNT");
        }

        @Test
        void capabilitiesAsOneObjectInsteadOfAnArray() {
            assertThat(withAnnotation("@ObjectModel.supportedCapabilities"))
                    .anyMatch(object -> object.annotation("@ObjectModel.supportedCapabilities")
                            .isObject());
        }
    }

    @Nested
    class Elements {
        @Test
        void everyTypeOfTheGrammar() {
            assertThat(TENANT.elements()
                            .map(element -> element.getValue().path("type").asString("")))
                    .contains(
                            "cds.String",
                            "cds.Integer",
                            "cds.Integer64",
                            "cds.Double",
                            "cds.Decimal",
                            "cds.DecimalFloat",
                            "cds.Boolean",
                            "cds.Date",
                            "cds.Time",
                            "cds.DateTime",
                            "cds.Timestamp",
                            "cds.Binary",
                            "cds.LargeString",
                            "cds.LargeBinary",
                            "cds.UUID",
                            "cds.hana.TINYINT",
                            "cds.hana.SMALLINT",
                            "cds.hana.REAL",
                            "cds.hana.SMALLDECIMAL",
                            "cds.hana.BINARY",
                            "cds.hana.ST_POINT",
                            "cds.hana.ST_GEOMETRY",
                            "cds.Association");
        }

        @Test
        void everySemanticAnnotationOfTheGrammar() {
            Set<String> used = TENANT.elements()
                    .flatMap(element -> element.getValue().propertyStream())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(used)
                    .contains(
                            "@Semantics.amount.currencyCode",
                            "@Semantics.quantity.unitOfMeasure",
                            "@Semantics.currencyCode",
                            "@Semantics.unitOfMeasure",
                            "@Semantics.text",
                            "@Semantics.language",
                            "@Semantics.date",
                            "@Semantics.calendar.year",
                            "@Semantics.calendar.yearMonth",
                            "@Semantics.calendar.yearQuarter",
                            "@Semantics.calendar.yearWeek",
                            "@Semantics.calendar.dayOfYear",
                            "@Semantics.businessDate.from",
                            "@Semantics.businessDate.to",
                            "@Semantics.geoLocation.latitude",
                            "@Semantics.geoLocation.longitude",
                            "@ObjectModel.text.element",
                            "@ObjectModel.text.association",
                            "@ObjectModel.foreignKey.association",
                            "@Analytics.dimension",
                            "@Analytics.hidden",
                            "@AnalyticsDetails.measureType",
                            "@Aggregation.default",
                            "@DataWarehouse.native.dataType");
        }

        @Test
        void literalAndFunctionDefaults() {
            assertThat(TENANT.elements().map(element -> element.getValue().path("default")))
                    .anyMatch(value -> value.has("val"))
                    .anyMatch(value -> value.has("func"));
        }

        @Test
        void severalAggregations() {
            assertThat(TENANT.elements()
                            .map(element -> element.getValue()
                                    .path("@Aggregation.default")
                                    .path("#")
                                    .asString("")))
                    .contains("SUM", "MAX", "AVG", "COUNT");
        }

        @Test
        void languageTables() {
            assertThat(withAnnotation("@ObjectModel.modelingPattern")
                            .filter(object -> object.annotation("@ObjectModel.modelingPattern")
                                    .path("#")
                                    .asString()
                                    .equals("LANGUAGE_DEPENDENT_TEXT")))
                    .isNotEmpty()
                    .allMatch(object -> object.annotation("elements").toString().contains("@Semantics.language"));
        }
    }

    @Nested
    class Views {
        @Test
        void nestedJoins() {
            assertThat(query("MASTER_DATA.CUSTOMER").at("/SELECT/from/args/0").has("join"))
                    .isTrue();
        }

        @Test
        void unionOfThreeBranches() {
            JsonNode set = query("SALES.NET_REVENUE_BY_CHANNEL").path("SET");
            assertThat(set.path("op").asString()).isEqualTo("union");
            assertThat(set.path("args")).hasSize(3);
        }

        @Test
        void subqueryInFrom() {
            assertThat(query("SALES.ORDER_CONFIRMATION")
                            .at("/SELECT/from/args/0/as")
                            .asString())
                    .isEqualTo("Join 1");
        }

        @Test
        void mixinOverTheProjection() {
            assertThat(query("SALES.NET_REVENUE").path("SELECT").path("mixin").toString())
                    .contains("[\"$projection\",\"CUSTOMER_ID\"]");
        }

        @Test
        void columnOverTheProjection() {
            assertThat(query("SALES.GEAR_RENTAL").path("SELECT").path("columns").toString())
                    .contains("[\"$projection\",\"RENTAL_DAYS\"]");
        }

        @Test
        void everyFormOfColumn() {
            assertThat(viewColumns())
                    .anyMatch(column -> column.has("ref"))
                    .anyMatch(column -> column.has("func"))
                    .anyMatch(column -> column.has("xpr"))
                    .anyMatch(column -> column.has("val"))
                    .anyMatch(column -> column.has("cast"))
                    .anyMatch(column -> column.toString().contains("\"case\""))
                    .anyMatch(column -> column.has("key"));
        }

        @Test
        void everyClause() {
            Set<String> clauses = TENANT.in("views")
                    .flatMap(view -> view.definition().findValues("SELECT").stream())
                    .flatMap(select -> select.propertyStream().map(Map.Entry::getKey))
                    .collect(Collectors.toSet());
            assertThat(clauses).contains("where", "groupBy", "having", "orderBy", "limit", "distinct", "mixin");
        }

        @Test
        void parametersAndTheirUse() {
            DemoObject view = TENANT.object("SALES.OPEN_ORDERS");
            assertThat(names(view.annotation("params"))).containsExactly("P_KEY_DATE", "P_CURRENCY");
            assertThat(view.annotation("query").toString()).contains("\"ref\":[\"P_KEY_DATE\"],\"param\":true");
        }

        @Test
        void sqlTextBesideAQuery() {
            assertThat(sqlViews()).anyMatch(view -> view.definition().has("query"));
        }

        @Test
        void sqlTextWithoutAQuery() {
            assertThat(sqlViews()).anyMatch(view -> !view.definition().has("query"));
        }

        @Test
        void sharedObjectsAsStubsUnderTheirSpace() {
            JsonNode definitions = TENANT.object("SALES.NET_REVENUE").body().path("definitions");
            assertThat(definitions.path("MASTER_DATA").path("kind").asString()).isEqualTo("context");
            assertThat(definitions
                            .path("MASTER_DATA")
                            .path("@DataWarehouse.space.name")
                            .asString())
                    .isEqualTo("MASTER_DATA");
            assertThat(definitions
                            .path("MASTER_DATA.CUSTOMER")
                            .path("@cds.persistence.exists")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void sharedObjectsByNameOnly() {
            assertThat(TENANT.object("MARKETING.CAMPAIGN_ROI").body().path("definitions"))
                    .hasSize(1);
        }

        @Test
        void timeDimensions() {
            assertThat(withAnnotation("@Analytics.dimensionType"))
                    .isNotEmpty()
                    .allMatch(view -> view.annotation("@Analytics.dimensionType")
                            .asString()
                            .equals("#TIME"));
        }

        @Test
        void leveledAndParentChildHierarchies() {
            assertThat(withAnnotation("@Hierarchy.leveled")).isNotEmpty();
            assertThat(withAnnotation("@Hierarchy.parentChild")).isNotEmpty();
        }

        @Test
        void exposedAndInternal() {
            assertThat(TENANT.in("views")
                            .map(view -> view.annotation("@DataWarehouse.consumption.external")
                                    .asBoolean()))
                    .contains(true, false);
        }

        @Test
        void accessControlOverOneAndOverTwoColumns() {
            assertThat(withAnnotation("@DataWarehouse.dataAccessControl.usage")
                            .map(view -> view.annotation("@DataWarehouse.dataAccessControl.usage")
                                    .path(0)
                                    .path("on")
                                    .size()))
                    .contains(3, 7);
        }

        @Test
        void editorModelAsJsonInsideAString() {
            assertThat(TENANT.object("SALES.NET_REVENUE")
                            .body()
                            .at("/editorSettings/NET_REVENUE/uiModel")
                            .asString())
                    .startsWith("{\"contents\"");
        }
    }

    @Nested
    class Models {
        @Test
        void elementsWithoutTypes() {
            assertThat(TENANT.in("analyticmodels")
                            .flatMap(model -> model.annotation("elements").valueStream())
                            .filter(element -> !element.has("target")))
                    .noneMatch(element -> element.has("type"));
        }

        @Test
        void bothVersionsOfTheBusinessLayer() {
            assertThat(TENANT.in("analyticmodels")
                            .map(model -> model.businessLayer().path("version").asString()))
                    .anyMatch(version -> version.startsWith("1.3"))
                    .anyMatch(version -> version.startsWith("1.7"));
        }

        @Test
        void measuresByKeyInTheOldLayer() {
            JsonNode measure = model("SALES.RETURNS_ANALYTICS").at("/measures/REFUND_AMOUNT");
            assertThat(measure.path("sourceKey").asString()).isEqualTo("0");
            assertThat(measure.has("measureMapping")).isFalse();
        }

        @Test
        void measuresByMappingInTheNewLayer() {
            JsonNode measure = model("SALES.SALES_ANALYTICS").at("/measures/NET_REVENUE");
            assertThat(measure.at("/measureMapping/NET_REVENUE/key").asString()).isEqualTo("NET_REVENUE");
            assertThat(measure.has("sourceKey")).isFalse();
        }

        @Test
        void numberedAndNamedDimensionSources() {
            assertThat(names(model("SALES.SALES_ANALYTICS").at("/sourceModel/dimensionSources")))
                    .contains("0", "1");
            assertThat(names(model("SALES.TARGET_ATTAINMENT").at("/sourceModel/dimensionSources")))
                    .contains("_SALES_ORG");
        }

        @Test
        void associationsWithTheInfinitySign() {
            assertThat(elementNames("SALES.SALES_ANALYTICS")).contains("_CUSTOMER" + INFINITY + "0");
            assertThat(elementNames("SALES.TARGET_ATTAINMENT")).noneMatch(name -> name.contains(INFINITY));
        }

        @Test
        void cutAssociationSteps() {
            assertThat(model("FINANCE.PROFIT_AND_LOSS_ANALYTICS")
                            .at("/sourceModel/dimensionSources/2/associationContexts/0/associationSteps/0")
                            .asString())
                    .isEqualTo("_COST_CENT");
        }

        @Test
        void restrictedAndCalculatedMeasures() {
            assertThat(measureTypes("SALES.SALES_ANALYTICS"))
                    .contains(
                            "AnalyticModelMeasureType.FactSourceMeasure",
                            "AnalyticModelMeasureType.RestrictedMeasure",
                            "AnalyticModelMeasureType.CalculatedMeasure");
        }

        @Test
        void variables() {
            assertThat(model("SALES.SALES_ANALYTICS").path("variables")).isNotEmpty();
        }

        @Test
        void currencyOfAMeasureAndUnitOfAQuantity() {
            DemoObject sales = TENANT.object("SALES.SALES_ANALYTICS");
            assertThat(sales.element("NET_REVENUE")
                            .at("/@Semantics.amount.currencyCode/=")
                            .asString())
                    .isEqualTo("CURRENCY");
            assertThat(sales.element("QUANTITY")
                            .at("/@Semantics.quantity.unitOfMeasure/=")
                            .asString())
                    .isEqualTo("UNIT");
        }

        @Test
        void attributesOfDimensions() {
            assertThat(TENANT.object("SALES.SALES_ANALYTICS")
                            .element("COUNTRY_CUSTOMER")
                            .path("@Analytics.navigationAttributeRef")
                            .toString())
                    .isEqualTo("[\"_CUSTOMER" + INFINITY + "0\",\"COUNTRY\"]");
        }
    }

    @Nested
    class Flows {
        @Test
        void dataFlowWithEveryOperator() {
            assertThat(components("dataflows"))
                    .contains(
                            "com.sap.database.table.consumer",
                            "com.sap.database.table.producer",
                            "com.sap.dataflow.projection",
                            "com.sap.dataflow.join",
                            "com.sap.dataflow.aggregation",
                            "com.sap.dataflow.sandboxPythonOperator");
        }

        @Test
        void transformationFlowWithBothLoadTypes() {
            assertThat(components("transformationflows")).contains("com.sap.dwc.viewtransform", "com.sap.dwc.target");
            assertThat(TENANT.in("transformationflows")
                            .map(flow -> flow.definition()
                                    .at("/contents/metadata/loadType")
                                    .asString()))
                    .contains("INITIAL_ONLY", "INITIAL_AND_DELTA");
        }

        @Test
        void replicationWithSeveralTasks() {
            assertThat(TENANT.in("replicationflows")
                            .map(flow -> flow.definition()
                                    .at("/contents/replicationTasks")
                                    .size()))
                    .anyMatch(tasks -> tasks > 1);
        }

        @Test
        void replicationColumnsThatCarryBusinessNames() {
            assertThat(TENANT.object("SALES.RF_S4_SALES_ORDERS").definition().toString())
                    .contains("\"name\":\"Sales Document\"");
        }

        @Test
        void replicationIntoTheTenantAndOutOfIt() {
            assertThat(TENANT.in("replicationflows")
                            .map(flow -> flow.definition()
                                    .at("/contents/targetSystem/0/connectionId")
                                    .asString()))
                    .contains("$DWC", "DATA_LAKE_S3");
        }

        @Test
        void chainWithParallelBranches() {
            Map<Integer, Long> followers = TENANT.object("SALES.TC_SALES_NIGHTLY")
                    .definition()
                    .path("links")
                    .valueStream()
                    .collect(Collectors.groupingBy(
                            link -> link.at("/startNode/nodeId").asInt(), Collectors.counting()));
            assertThat(followers).containsValue(2L);
        }

        @Test
        void chainThatRunsAChainOfAnotherSpace() {
            assertThat(TENANT.object("SALES.TC_SALES_NIGHTLY").definition().findValues("spaceId"))
                    .isNotEmpty();
        }

        @Test
        void accessControlsByListAndByOperator() {
            assertThat(TENANT.in("dataaccesscontrols")
                            .map(control -> control.annotation("@DataWarehouse.dataAccessControl.definition")
                                    .has("restrictionElements")))
                    .contains(true, false);
        }
    }

    @Nested
    class Inventory {
        @Test
        void everyStatus() {
            assertThat(inventoryValues("status"))
                    .contains("Deployed", "ChangesToDeploy", "NotDeployed", "DesignTimeError");
        }

        @Test
        void everySemanticUsage() {
            assertThat(inventoryValues("semanticUsage"))
                    .contains("Fact", "RelationalDataset", "Dimension", "Hierarchy", "Text", "AnalyticalDataset");
        }

        private static List<String> inventoryValues(String field) {
            return TENANT.spaces().stream()
                    .flatMap(space -> TENANT.inventory(space).valueStream())
                    .map(entry -> entry.path(field).asString(""))
                    .toList();
        }
    }

    private static Stream<DemoObject> withAnnotation(String key) {
        return TENANT.objects().stream().filter(object -> object.definition().has(key));
    }

    private static Stream<DemoObject> sqlViews() {
        return withAnnotation("@DataWarehouse.sqlEditor.query");
    }

    private static Stream<String> remoteEntities() {
        return withAnnotation("@DataWarehouse.remote.entity")
                .map(table -> table.annotation("@DataWarehouse.remote.entity").asString());
    }

    private static List<String> labels() {
        Stream<String> ofElements = TENANT.elements()
                .map(element -> element.getValue().path("@EndUserText.label").asString(""));
        return Stream.concat(TENANT.objects().stream().map(DemoObject::label), ofElements)
                .toList();
    }

    private static JsonNode query(String id) {
        return TENANT.object(id).annotation("query");
    }

    private static JsonNode model(String id) {
        return TENANT.object(id).businessLayer();
    }

    private static Set<String> measureTypes(String id) {
        return model(id)
                .path("measures")
                .valueStream()
                .map(measure -> measure.path("measureType").asString())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> viewColumns() {
        return TENANT.in("views")
                .flatMap(view -> view.definition().findValues("columns").stream())
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private static List<String> components(String segment) {
        return TENANT.in(segment)
                .flatMap(flow -> flow.definition().findValues("component").stream())
                .map(JsonNode::asString)
                .toList();
    }

    private static Set<String> elementNames(String id) {
        return names(TENANT.object(id).annotation("elements"));
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
