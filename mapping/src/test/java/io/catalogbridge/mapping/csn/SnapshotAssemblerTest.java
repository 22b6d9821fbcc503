package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetHead;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.Association.ColumnPair;
import io.catalogbridge.mapping.catalog.BusinessContext;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Column;
import io.catalogbridge.mapping.catalog.DataType;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.Exposure;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Finding.Severity;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Hierarchy;
import io.catalogbridge.mapping.catalog.Lifecycle;
import io.catalogbridge.mapping.catalog.OtherObject;
import io.catalogbridge.mapping.catalog.SemanticUsage;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.catalog.Space.Connection;
import io.catalogbridge.mapping.catalog.ViewBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.csn.Csn.SPACE;
import static io.catalogbridge.mapping.csn.Csn.assembler;
import static io.catalogbridge.mapping.csn.Csn.asset;
import static io.catalogbridge.mapping.csn.Csn.codes;
import static io.catalogbridge.mapping.csn.Csn.column;
import static io.catalogbridge.mapping.csn.Csn.dataset;
import static io.catalogbridge.mapping.csn.Csn.definitions;
import static io.catalogbridge.mapping.csn.Csn.entity;
import static io.catalogbridge.mapping.csn.Csn.exported;
import static io.catalogbridge.mapping.csn.Csn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SnapshotAssemblerTest {

    private static final AssetId E = new AssetId(SPACE, "E");
    private static final String TABLE = entity("'elements':{'A':{'type':'cds.String','length':5}}");

    private static ObjectFacts facts(@Nullable AssetKind kind, @Nullable String status) {
        Lifecycle lifecycle = new Lifecycle(status, null, "2024-01-01", null, null, "ANNA");
        return new ObjectFacts("Listed", kind, null, "Fact", lifecycle, Exposure.NONE);
    }

    private static byte[] service(String properties) {
        return CsdlReaderTest.document(
                "S",
                "<EntityContainer Name='C'><EntitySet Name='E' EntityType='S.E'/></EntityContainer>"
                        + "<EntityType Name='E'><Key><PropertyRef Name='K'/></Key>" + properties + "</EntityType>"
                        + "<Annotations Target='S.E'><Annotation Term='Common.Label' String='Served'/></Annotations>");
    }

    @Test
    void readsWhatIsSaidOfTheObjectAsAWhole() {
        CatalogSnapshot snapshot = exported(
                entity(
                        "'@EndUserText.label':'Orders','@EndUserText.quickInfo':'All of them',"
                                + "'@ObjectModel.modelingPattern':{'#':'ANALYTICAL_DIMENSION'},"
                                + "'@DataWarehouse.consumption.external':true,"
                                + "'@DataWarehouse.dataAccessControl.usage':[{'target':'DAC','on':[]}],"
                                + "'@Hierarchy.leveled':[{'name':'H','label':'Levels','levels':[{'element':{'=':'A'}}]}],"
                                + "'@Hierarchy.parentChild':{'name':'P','recurse':{'parent':[{'=':'B'}],'child':{'=':'A'}}},"
                                + "'params':{'P':{'type':'cds.Date'}},"
                                + "'elements':{'A':{'type':'cds.Date'},'B':{'type':'cds.Date','@ObjectModel.hierarchy.association':{'=':'_H'}}}"));
        Dataset dataset = dataset(snapshot, "E");
        assertThat(dataset.head().business())
                .isEqualTo(new BusinessContext("Orders", "All of them", SemanticUsage.DIMENSION, List.of("DAC")));
        assertThat(dataset.head().exposure()).isEqualTo(new Exposure(true, false, false, true));
        assertThat(dataset.shape().hierarchies())
                .containsExactly(
                        new Hierarchy.Leveled("H", "Levels", List.of("A")),
                        new Hierarchy.ParentChild("P", null, List.of("B"), List.of("A")),
                        new Hierarchy.External("B", null, "_H"));
        assertThat(dataset.shape().parameters()).hasSize(1);
    }

    @Test
    void readsTheConditionsOfAssociations() {
        CatalogSnapshot snapshot = exported(entity("'elements':{'A':{'type':'cds.Date'},"
                + "'_two':{'type':'cds.Association','target':'D','on':[{'ref':['A']},'=',{'ref':['_two','X']},'and',{'ref':['_two','Y']},'=',{'ref':['$self','B']}]},"
                + "'_odd':{'type':'cds.Association','target':'D','on':[{'ref':['A']},'>',{'ref':['_odd','X']}]},"
                + "'_keys':{'type':'cds.Association','target':'D','keys':[{'ref':['X']}]},"
                + "'_lost':{'type':'cds.Association'}}"));
        assertThat(dataset(snapshot, "E").shape().associations())
                .extracting(association -> association.name(), association -> association.on())
                .containsExactly(
                        tuple("_two", List.of(new ColumnPair("A", "X"), new ColumnPair("B", "Y"))),
                        tuple("_odd", List.of()),
                        tuple("_keys", List.of(new ColumnPair("X", "X"))));
        assertThat(codes(snapshot)).containsExactly("association-malformed");
    }

    @Test
    void completesADefinitionWithWhatListsSay() {
        SnapshotAssembler assembler = assembler();
        assembler.facts(E, facts(AssetKind.LOCAL_TABLE, null));
        assembler.definition(SPACE, "E", AssetKind.LOCAL_TABLE, json(TABLE));
        assembler.facts(E, facts(null, "Deployed"));
        AssetHead head = asset(assembler.assemble(), "E").head();
        assertThat(head.business().label()).isEqualTo("Listed");
        assertThat(head.business().usage()).isEqualTo(SemanticUsage.FACT);
        assertThat(head.lifecycle()).isEqualTo(new Lifecycle("Deployed", null, "2024-01-01", null, null, "ANNA"));
    }

    @Test
    void makesNoAssetsOfStubsButUsesTheirTypes() {
        CatalogSnapshot snapshot = exported(
                definitions("'CTX':{'kind':'context','@DataWarehouse.space.name':'HR','@EndUserText.label':'People'},"
                        + "'CTX.P':{'kind':'entity','@cds.persistence.exists':true,'elements':{'X':{'type':'cds.Time'}}},"
                        + "'V':{'kind':'entity','query':{'SELECT':{'from':{'ref':['CTX.P']}}},'elements':{'X':{}}}"));
        assertThat(snapshot.assets()).extracting(Asset::id).containsExactly(new AssetId(SPACE, "V"));
        assertThat(asset(snapshot, "V").sources()).containsExactly(new AssetId("HR", "P"));
        assertThat(column(dataset(snapshot, "V"), "X").type()).isEqualTo(new DataType.Time());
    }

    @Test
    void prefersTheWholeDefinitionToAStub() {
        SnapshotAssembler assembler = assembler("HR");
        assembler.definition(
                SPACE, null, null, json(definitions("'HR.P':{'kind':'entity','elements':{'A':{},'B':{}}}")));
        assembler.definition(
                "HR", null, null, json(definitions("'P':{'kind':'entity','elements':{'A':{'type':'cds.Date'}}}")));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(snapshot.assets()).extracting(Asset::id).containsExactly(new AssetId("HR", "P"));
        assertThat(((Dataset) snapshot.assets().get(0)).columns()).hasSize(1);
        assertThat(snapshot.findings()).isEmpty();
    }

    @Test
    void keepsTheRicherOfTwoDefinitionsThatDiffer() {
        String richer = entity("'elements':{'A':{'type':'cds.Date'},'B':{'type':'cds.Date'}}");
        CatalogSnapshot snapshot = exported(TABLE, richer, TABLE);
        assertThat(dataset(snapshot, "E").columns()).hasSize(2);
        assertThat(codes(snapshot)).containsExactly("definition-differs");
        assertThat(exported(TABLE, TABLE).findings()).isEmpty();
    }

    @Test
    void tellsNamesApartThatDifferInCase() {
        CatalogSnapshot snapshot =
                exported(definitions("'e':{'kind':'entity','elements':{}},'E':{'kind':'entity','elements':{}}"));
        assertThat(snapshot.assets()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x'",
                "7",
                "null",
                "[]",
                "{}",
                "{'error':{'code':'500'}}",
                "{'definitions':{'F':{'kind':'entity'}}}"
            })
    void doesNotTakeAnAnswerWithoutTheObjectForItsAbsence(String answer) {
        SnapshotAssembler assembler = assembler();
        assembler.facts(E, facts(AssetKind.VIEW, null));
        assembler.definition(SPACE, "E", AssetKind.VIEW, json(answer));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(snapshot.gaps()).extracting(Gap::subject).containsExactly(E.text());
        assertThat(snapshot.complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x'", "7", "[]", "{}", "{'value':[]}"})
    void reportsAnExportThatHoldsNothing(String document) {
        assertThat(codes(exported(document))).containsExactly("document-not-understood");
    }

    @Test
    void reportsWhatIsListedButWasNeverRead() {
        SnapshotAssembler assembler = assembler();
        assembler.facts(E, facts(AssetKind.VIEW, null));
        assembler.facts(new AssetId("HR", "P"), facts(AssetKind.VIEW, null));
        assembler.gap(new Gap("datasphere:HR", "403"));
        assertThat(assembler.assemble().gaps())
                .containsExactly(
                        new Gap("datasphere:HR", "403"),
                        new Gap(E.text(), "The object is listed, but its definition was not read."));
    }

    @Test
    void keepsObjectsOfKindsThatAreNotMapped() {
        SnapshotAssembler assembler = assembler();
        AssetId dac = new AssetId(SPACE, "DAC");
        assembler.facts(
                dac, new ObjectFacts("Control", null, "dataaccesscontrols", null, Lifecycle.UNKNOWN, Exposure.NONE));
        assembler.definition(
                SPACE, "X", AssetKind.OTHER, json("{'businessentities':{'X':{'@EndUserText.label':'Entity'}}}"));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(((OtherObject) asset(snapshot, "DAC")).type()).isEqualTo("dataaccesscontrols");
        assertThat(((OtherObject) asset(snapshot, "X")).type()).isEqualTo("businessentities");
        assertThat(snapshot.complete()).isTrue();
    }

    @Test
    void buildsAnAssetFromServiceMetadataAlone() {
        SnapshotAssembler assembler = assembler();
        assembler.metadata(E, service("<Property Name='K' Type='Edm.Int32' Nullable='false'/>"));
        CatalogSnapshot snapshot = assembler.assemble();
        Dataset.View view = (Dataset.View) asset(snapshot, "E");
        assertThat(view.body()).isEqualTo(new ViewBody.Unread());
        assertThat(view.head().business().label()).isEqualTo("Served");
        assertThat(view.columns())
                .containsExactly(
                        Column.of("K", new DataType.Whole(32)).withKey(true).withNullable(false));
        assertThat(codes(snapshot)).containsExactly("definition-unread");
    }

    @Test
    void reportsHowDefinitionAndServiceDiffer() {
        SnapshotAssembler assembler = assembler();
        assembler.definition(
                SPACE,
                "E",
                AssetKind.VIEW,
                json(
                        entity(
                                "'query':{'SELECT':{'from':{'ref':['T']}}},"
                                        + "'elements':{'K':{'type':'cds.Integer','@EndUserText.label':'Key'},'GONE':{'type':'cds.Date'},"
                                        + "'T':{'type':'cds.String','length':5},'OPEN':{},'HID':{'type':'cds.Date','@Analytics.hidden':true}}")));
        assembler.metadata(
                E,
                service("<Property Name='K' Type='Edm.Int32' Nullable='false'>"
                        + "<Annotation Term='Common.Label' String='Other'/></Property>"
                        + "<Property Name='T' Type='Edm.String' MaxLength='9'><Annotation Term='Common.Label' String='Text'/></Property>"
                        + "<Property Name='OPEN' Type='Edm.Date'/><Property Name='NEW' Type='Edm.Date'/>"));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(codes(snapshot))
                .containsExactlyInAnyOrder(
                        "metadata-column-missing",
                        "metadata-column-extra",
                        "metadata-type-differs",
                        "metadata-key-differs",
                        "metadata-label-differs");
        Dataset dataset = dataset(snapshot, "E");
        assertThat(column(dataset, "T").label()).isEqualTo("Text");
        assertThat(column(dataset, "OPEN").type()).isEqualTo(new DataType.Date());
    }

    @Test
    void excusesDifferencesOfObjectsWithUndeployedChanges() {
        SnapshotAssembler assembler = assembler();
        assembler.definition(SPACE, "E", AssetKind.LOCAL_TABLE, json(TABLE));
        assembler.facts(E, facts(AssetKind.LOCAL_TABLE, "ChangesToDeploy"));
        assembler.metadata(E, service("<Property Name='A' Type='Edm.String' MaxLength='9'/>"));
        assertThat(assembler.assemble().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).contains("not deployed");
            assertThat(finding.subject()).isEqualTo(E.column("A"));
        });
    }

    @Test
    void reportsServiceMetadataThatIsNone() {
        SnapshotAssembler assembler = assembler();
        assembler.metadata(E, "<!DOCTYPE html><html>login".getBytes(StandardCharsets.UTF_8));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(codes(snapshot)).containsExactly("metadata-unreadable");
        assertThat(snapshot.complete()).isFalse();
    }

    @Test
    void joinsWhatIsSaidOfASpace() {
        SnapshotAssembler assembler = assembler();
        Connection connection = new Connection("C", null, "S3");
        assembler.space(new Space(SPACE, SPACE, null, List.of()));
        assembler.space(new Space(SPACE, "Sales", "All sales", List.of(connection)));
        assertThat(assembler.assemble().spaces())
                .containsExactly(new Space(SPACE, "Sales", "All sales", List.of(connection)));
    }

    @Test
    void passesOnFindings() {
        SnapshotAssembler assembler = assembler();
        Finding finding = Finding.info("x", "y", "z");
        assembler.finding(finding);
        assertThat(assembler.assemble().findings()).containsExactly(finding);
    }

    @Test
    void skipsServicesOfInteropDocumentsAndMapsTheirEntities() {
        CatalogSnapshot snapshot = exported("{'csnInteropEffective':'1.0','definitions':{'S':{'kind':'service'},"
                + "'S.T':{'kind':'entity','doc':'Text','elements':{'A':{'type':'cds.Date'}}}}}");
        assertThat(snapshot.assets()).extracting(asset -> asset.id().name()).containsExactly("S.T");
        assertThat(asset(snapshot, "S.T").head().business().description()).isEqualTo("Text");
        assertThat(codes(snapshot)).containsExactly("service-skipped");
    }

    @Test
    void leavesOutOnlyWhatIsNestedTooDeeply() {
        ObjectNode deep = JsonNodeFactory.instance.objectNode();
        ObjectNode inner = deep;
        for (int i = 0; i < 100_000; i++) {
            inner = inner.putObject("items");
        }
        ObjectNode document = (ObjectNode) json(entity("'elements':{'A':{'type':'cds.Date'}}"));
        ((ObjectNode) document.path("definitions").path("E")).set("query", deep);
        ((ObjectNode) document.path("definitions").path("E").path("elements")).set("DEEP", deep);
        SnapshotAssembler assembler = assembler();
        assembler.definition(SPACE, null, null, document);
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(dataset(snapshot, "E").columns()).extracting(Column::name).containsExactly("A");
        assertThat(codes(snapshot)).containsExactly("nesting-too-deep", "nesting-too-deep");
    }

    @Test
    void readsATableOfTenThousandColumns() {
        StringBuilder elements = new StringBuilder("'C0':{'type':'cds.Date'}");
        for (int i = 1; i < 10_000; i++) {
            elements.append(",'C")
                    .append(i)
                    .append("':{'type':'cds.String','length':")
                    .append(i)
                    .append('}');
        }
        String view = definitions("'T':{'kind':'entity','elements':{" + elements + "}},"
                + "'V':{'kind':'entity','query':{'SELECT':{'from':{'ref':['T']}}},'elements':{"
                + elements.toString().replaceAll("\\{[^}]*}", "{}") + "}}");
        CatalogSnapshot snapshot = exported(view);
        assertThat(column(dataset(snapshot, "V"), "C9999").type()).isEqualTo(new DataType.Text(9999));
    }

    @Test
    void survivesHostileNames() {
        CatalogSnapshot snapshot = exported(definitions(
                "'':{'kind':'entity'},'a/b#c%\\u0000':{'kind':'entity','elements':{'':{'type':'cds.Date'},'\\u0007':{'type':'cds.Date'}}},"
                        + "'.':{'kind':'entity','elements':{}},'x':7"));
        assertThat(snapshot.assets()).hasSize(2);
        assertThat(codes(snapshot)).contains("definition-malformed", "element-malformed");
    }
}
