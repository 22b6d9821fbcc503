package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Dataset;
import io.catalogbridge.mapping.catalog.ExternalObject;
import io.catalogbridge.mapping.catalog.TableOrigin;
import io.catalogbridge.mapping.catalog.ViewBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.catalogbridge.mapping.csn.Csn.assembler;
import static io.catalogbridge.mapping.csn.Csn.asset;
import static io.catalogbridge.mapping.csn.Csn.codes;
import static io.catalogbridge.mapping.csn.Csn.entity;
import static io.catalogbridge.mapping.csn.Csn.exported;
import static io.catalogbridge.mapping.csn.Csn.json;
import static org.assertj.core.api.Assertions.assertThat;

class DefinitionClassTest {

    private static final String COLUMNS = "'elements':{'A':{'type':'cds.Date'}}";
    private static final String QUERY = "'query':{'SELECT':{'from':{'ref':['T']},'columns':[{'ref':['A']}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'@x':1|LOCAL_TABLE",
                "'@DataWarehouse.remote.connection':'C','@DataWarehouse.remote.entity':'E'|REMOTE_TABLE",
                "'@DataWarehouse.delta':{'deltaFromEntities':['E_Delta']},'query':{'SELECT':{}}|DELTA_TABLE",
                "'@DataWarehouse.enclosingObject':'E','@DataWarehouse.delta':{}|DELTA_TWIN",
                "'@DataWarehouse.sqlEditor.query':'SELECT 1','query':{'SELECT':{}}|SQL_VIEW",
                "'query':{'SELECT':{}},'@DataWarehouse.dataSource.entity':'E'|GRAPHICAL_VIEW",
                "'@DataWarehouse.external.schema':'S','@DataWarehouse.external.entity':'E'|OPEN_SCHEMA_TABLE",
                "'@DataWarehouse.dataSource.schema':'S','@DataWarehouse.dataSource.entity':'E'|IMPORTED_TABLE"
            })
    void asksForTheSignsInOrder(String signs, DefinitionClass expected) {
        Definition definition = new Definition("E", json("{'kind':'entity'," + signs + "}"), json("null"));
        assertThat(DefinitionClass.of(definition)).isEqualTo(expected);
        Definition model = new Definition("E", definition.node(), json("{}"));
        assertThat(DefinitionClass.of(model)).isEqualTo(DefinitionClass.ANALYTIC_MODEL);
    }

    @Test
    void believesTheListMoreThanTheSigns() {
        SnapshotAssembler assembler = assembler();
        assembler.definition("SALES", "E", AssetKind.LOCAL_TABLE, json(entity(COLUMNS + "," + QUERY)));
        assembler.definition("SALES", "M", AssetKind.ANALYTIC_MODEL, json(Csn.definitions("'M':{" + QUERY + "}")));
        CatalogSnapshot snapshot = assembler.assemble();
        assertThat(snapshot.assets())
                .extracting(Asset::kind)
                .containsExactly(AssetKind.LOCAL_TABLE, AssetKind.ANALYTIC_MODEL);
        assertThat(codes(snapshot)).contains("model-without-business-layer");
    }

    @Test
    void tellsWhereTheRowsOfATableComeFrom() {
        assertThat(origin("'@DataWarehouse.dataSource.schema':'S','@DataWarehouse.dataSource.entity':'X'"))
                .isEqualTo(new TableOrigin.ImportedDataset("S", "X"));
        assertThat(origin("'@DataWarehouse.external.schema':'S','@DataWarehouse.external.entity':'X'"))
                .isEqualTo(new TableOrigin.OpenSchema("S", "X"));
        assertThat(origin("'@DataWarehouse.delta':{'type':{'#':'ACTIVE'},'deltaFromEntities':['E_Delta']}"))
                .isEqualTo(new TableOrigin.DeltaCapture("E_Delta"));
        assertThat(origin("'@DataWarehouse.delta':{},'query':{'SELECT':{'from':{'ref':['E_Delta']}}}"))
                .isEqualTo(new TableOrigin.DeltaCapture("E_Delta"));
        assertThat(origin("'@x':1")).isEqualTo(new TableOrigin.Managed());
    }

    private static TableOrigin origin(String signs) {
        return ((Dataset.LocalTable) asset(exported(entity(signs + "," + COLUMNS)), "E")).origin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<NULL>\\u007fSCHEMA\\u007fTable|SCHEMA.Table",
                "DB\\u007fSCHEMA\\u007fTable|DB.SCHEMA.Table",
                "\\\"SCHEMA\\\".\\\"/BIC/TABLE\\\"|SCHEMA./BIC/TABLE",
                "SAPI.0COSTELMNT_ATTR|SAPI.0COSTELMNT_ATTR"
            })
    void readsAllThreeSpellingsOfARemoteEntity(String spelling, String object) {
        Asset table = asset(
                exported(entity("'@DataWarehouse.remote.connection':'HANA','@DataWarehouse.remote.entity':'" + spelling
                        + "'," + COLUMNS)),
                "E");
        assertThat(table.sources()).containsExactly(new ExternalObject("HANA", object));
    }

    @Test
    void keepsTheBodyOfAView() {
        assertThat(body(QUERY))
                .isEqualTo(new ViewBody.Graphical(json("{'SELECT':{'from':{'ref':['T']},'columns':[{'ref':['A']}]}}")
                        .toString()));
        assertThat(body("'@DataWarehouse.sqlEditor.query':'SELECT A FROM T'," + QUERY))
                .isEqualTo(new ViewBody.Sql("SELECT A FROM T"));
    }

    @Test
    void flagsAViewWithoutAQuery() {
        String sqlOnly = entity("'@DataWarehouse.sqlEditor.query':'SELECT A FROM T'," + COLUMNS);
        assertThat(body("'@DataWarehouse.sqlEditor.query':'SELECT A FROM T'"))
                .isEqualTo(new ViewBody.SqlWithoutQuery("SELECT A FROM T"));
        assertThat(codes(exported(sqlOnly))).containsExactly("view-without-query");
    }

    private static ViewBody body(String members) {
        return ((Dataset.View) asset(exported(entity(members + "," + COLUMNS)), "E")).body();
    }

    @Test
    void hidesTheChangeLogOfATableAndReadsThroughIt() {
        CatalogSnapshot snapshot = exported(Csn.definitions(
                "'T':{'kind':'entity','@DataWarehouse.delta':{'deltaFromEntities':['T_Delta']}," + COLUMNS + "},"
                        + "'T_Delta':{'kind':'entity','@DataWarehouse.enclosingObject':'T'," + COLUMNS + "},"
                        + "'V':{'kind':'entity','query':{'SELECT':{'from':{'ref':['T_Delta']}}}," + COLUMNS + "}"));
        assertThat(snapshot.assets()).extracting(a -> a.id().name()).containsExactly("T", "V");
        assertThat(asset(snapshot, "V").sources()).containsExactly(new AssetId("SALES", "T"));
    }

    @Test
    void keepsDefinitionsOfUnknownKindsAsOtherObjects() {
        CatalogSnapshot snapshot = exported(Csn.definitions("'X':{'kind':'sap.new.thing'}"));
        assertThat(asset(snapshot, "X").kind()).isEqualTo(AssetKind.OTHER);
    }
}
