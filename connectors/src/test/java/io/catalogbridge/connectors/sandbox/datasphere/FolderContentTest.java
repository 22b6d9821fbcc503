package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class FolderContentTest {

    private static final String CONTEXT = "`OTHER`:{`kind`:`context`,`@DataWarehouse.space.name`:`OTHER`}";
    private static final String STUB =
            "`OTHER.X`:{`kind`:`entity`,`@cds.persistence.exists`:true,`elements`:{`A`:{`type`:`cds.Date`}}}";

    @TempDir
    private Path folder;

    @Test
    void folderNamesBecomeSpaceIds() throws IOException {
        write("my space-2/a.json", "{`definitions`:{}}");
        write("My_Space.2/b.json", "{`definitions`:{`T`:{`kind`:`entity`}}}");
        write("loose.json", "{`definitions`:{`LOST`:{`kind`:`entity`}}}");
        write("docs/readme.txt", "no JSON");

        FolderContent content = content();
        assertThat(content.spaceNames()).containsExactly("MY_SPACE_2");
        assertThat(names(space(content, "MY_SPACE_2"))).containsExactly("T");
    }

    @Test
    void refusesAFolderWithoutExports() throws IOException {
        write("docs/readme.txt", "no JSON");

        assertThatIOException().isThrownBy(this::content).withMessageContaining(folder.toString());
    }

    @Test
    void followsLinksToFolders() throws IOException {
        write("real/a.json", "{`definitions`:{`T`:{`kind`:`entity`}}}");
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("real"));

        assertThat(content().spaceNames()).containsExactly("LINKED", "REAL");
    }

    @Test
    void refusesLinksThatLeadInCircles() throws IOException {
        write("real/a.json", "{`definitions`:{`T`:{`kind`:`entity`}}}");
        Files.createSymbolicLink(folder.resolve("real/again"), folder);

        assertThatIOException().isThrownBy(this::content).withMessageContaining(folder.toString());
    }

    @Test
    void stubsOfOtherSpacesAreKnownButNotListed() throws IOException {
        write("a/a.json", "{`definitions`:{" + CONTEXT + "," + STUB + ",`T`:{`kind`:`entity`}}}");

        SpaceContent space = space(content(), "A");
        assertThat(names(space)).containsExactly("T");
        assertThat(space.foreignDefinition("OTHER.X"))
                .hasValueSatisfying(
                        stub -> assertThat(stub.path("elements").has("A")).isTrue());
    }

    @Test
    void dottedNamesOfANamespaceAreObjectsOfTheSpace() throws IOException {
        write(
                "a/a.json",
                "{`definitions`:{`SAP`:{`kind`:`context`},`SAP.X`:{`kind`:`entity`,"
                        + "`@cds.persistence.exists`:true,`elements`:{}}}}");

        assertThat(names(space(content(), "A"))).containsExactly("SAP.X");
    }

    @Test
    void richestDefinitionOfAnObjectWinsWhateverTheOrderOfFiles() throws IOException {
        String poor = "{`definitions`:{`V`:{`kind`:`entity`,`elements`:{`A`:{}}}}}";
        String rich = "{`definitions`:{`V`:{`kind`:`entity`,`elements`:{`A`:{},`B`:{}}}}}";
        write("first/1.json", poor);
        write("first/2.json", rich);
        write("second/1.json", rich);
        write("second/2.json", poor);

        FolderContent content = content();
        assertThat(elements(content, "FIRST", "V")).containsExactly("A", "B");
        assertThat(elements(content, "SECOND", "V")).containsExactly("A", "B");
    }

    @Test
    void deltaTwinTravelsWithItsTable() throws IOException {
        write("a/a.json", """
                {`definitions`:{
                  `T`:{`kind`:`entity`,`@DataWarehouse.delta`:{},`query`:{},`elements`:{`A`:{}}},
                  `T_Delta`:{`kind`:`entity`,`@DataWarehouse.enclosingObject`:`T`,`elements`:{`A`:{}}}}}
                """);

        TenantObject table = object(content(), "A", "T");
        assertThat(names(space(content(), "A"))).containsExactly("T");
        assertThat(table.type()).isEqualTo(ObjectType.LOCAL_TABLE);
        assertThat(table.body().get().path("definitions").propertyNames()).containsExactly("T", "T_Delta");
    }

    @Test
    void objectReadHoldsTheObjectAloneUnderEveryRoot() throws IOException {
        write("a/a.json", """
                {`definitions`:{`V`:{`kind`:`entity`,`query`:{}},`W`:{`kind`:`entity`}},
                 `editorSettings`:{`V`:{`uiModel`:`{}`},`W`:{}},`version`:{`csn`:`1.0`},`$version`:`1.0`}
                """);

        assertThat(object(content(), "A", "V").body().get().toString())
                .isEqualTo("{\"definitions\":{\"V\":{\"kind\":\"entity\",\"query\":{}}},"
                        + "\"editorSettings\":{\"V\":{\"uiModel\":\"{}\"}},"
                        + "\"version\":{\"csn\":\"1.0\"},\"$version\":\"1.0\"}");
    }

    @Test
    void everyKindIsToldFromTheOthers() throws IOException {
        write("a/a.json", """
                {`definitions`:{
                  `LOCAL`:{`kind`:`entity`,`elements`:{}},
                  `REMOTE`:{`kind`:`entity`,`@DataWarehouse.remote.connection`:`S4`,`elements`:{}},
                  `GRAPHICAL`:{`kind`:`entity`,`query`:{}},
                  `SQL`:{`kind`:`entity`,`@DataWarehouse.sqlEditor.query`:`SELECT 1`},
                  `MODEL`:{`kind`:`entity`,`query`:{}}},
                 `businessLayerDefinitions`:{`MODEL`:{}},
                 `dataflows`:{`DF`:{}},`replicationflows`:{`RF`:{}},`transformationflows`:{`TF`:{}},
                 `taskchains`:{`TC`:{}}}
                """);
        write("a/dataaccesscontrols/DAC.json", "{`definitions`:{`DAC`:{`kind`:`entity`}}}");

        assertThat(types("LOCAL", "REMOTE", "GRAPHICAL", "SQL", "MODEL", "DF", "RF", "TF", "TC", "DAC"))
                .containsExactly(
                        ObjectType.LOCAL_TABLE,
                        ObjectType.REMOTE_TABLE,
                        ObjectType.VIEW,
                        ObjectType.VIEW,
                        ObjectType.ANALYTIC_MODEL,
                        ObjectType.DATA_FLOW,
                        ObjectType.REPLICATION_FLOW,
                        ObjectType.TRANSFORMATION_FLOW,
                        ObjectType.TASK_CHAIN,
                        ObjectType.DATA_ACCESS_CONTROL);
    }

    @Test
    void unusableFilesAreNotedAndTheRestGoesOn() throws IOException {
        write("a/broken.json", "{`definitions`:");
        write("a/list.json", "[1,2]");
        write("a/other.json", "{`name`:1}");
        write("a/odd.json", "{`definitions`:{`S`:{`kind`:`service`},`N`:7,`T`:{`kind`:`entity`}},`dataflows`:{`F`:1}}");
        write("a/inventory.json", "{`T`:{`status`:`Sleeping`},`NONE`:{}}");
        write("a/connections.json", "{`no`:`array`}");
        write("a/bom.json", "\ufeff{`definitions`:{`B`:{`kind`:`entity`}}}");

        SpaceContent space = space(content(), "A");
        assertThat(names(space)).containsExactly("B", "T");
        assertThat(space.notes())
                .satisfiesExactlyInAnyOrder(
                        note -> assertThat(note).startsWith("a/broken.json: not readable as JSON"),
                        note -> assertThat(note).isEqualTo("a/list.json: holds no definitions"),
                        note -> assertThat(note).isEqualTo("a/other.json: holds no definitions"),
                        note -> assertThat(note).isEqualTo("a/odd.json: S left out, a definition service"),
                        note -> assertThat(note).isEqualTo("a/odd.json: N left out, a definition without kind"),
                        note -> assertThat(note).isEqualTo("a/odd.json: F is no object"),
                        note -> assertThat(note).contains("T: No such status: Sleeping"),
                        note -> assertThat(note).contains("no such object: NONE"),
                        note -> assertThat(note).contains("connections.json").contains("array"));
    }

    @Test
    void connectionsAreThoseThatObjectsName() throws IOException {
        write("a/a.json", """
                {`definitions`:{`R`:{`kind`:`entity`,`@DataWarehouse.remote.connection`:`HANA_1`}},
                 `replicationflows`:{`F`:{`contents`:{`sourceSystem`:[{`connectionId`:`S4`,`connectionType`:`ABAP`}],
                   `targetSystem`:[{`connectionId`:`$DWC`}]}}}}
                """);

        assertThat(space(content(), "A")
                        .connections()
                        .valueStream()
                        .map(c -> c.path("name").asString() + ":"
                                + c.path("typeId").asString()))
                .containsExactly("HANA_1:HANA", "S4:ABAP");
    }

    @Test
    void spaceDefinitionMayBeWrappedAsInASpaceRead() throws IOException {
        write("plain/space.json", "{`label`:`Plain`}");
        write("wrapped/space.json", "{`WRAPPED`:{`spaceDefinition`:{`label`:`Wrapped`}}}");
        write("none/a.json", "{}");

        FolderContent content = content();
        assertThat(List.of("PLAIN", "WRAPPED", "NONE"))
                .extracting(
                        name -> space(content, name).definition().path("label").asString())
                .containsExactly("Plain", "Wrapped", "NONE");
    }

    private void write(String path, String json) {
        TestingTenant.write(folder, path, json);
    }

    private FolderContent content() throws IOException {
        return new FolderContent(TenantFiles.inFolder(folder));
    }

    private static SpaceContent space(FolderContent content, String name) {
        return content.space(name).orElseThrow();
    }

    private static TenantObject object(FolderContent content, String space, String name) {
        return space(content, space).object(name).orElseThrow();
    }

    private static Iterable<String> elements(FolderContent content, String space, String name) {
        JsonNode definition = object(content, space, name).definition();
        return definition.path("elements").propertyNames();
    }

    private List<ObjectType> types(String... names) throws IOException {
        FolderContent content = content();
        return List.of(names).stream()
                .map(name -> object(content, "A", name).type())
                .toList();
    }

    private static List<String> names(SpaceContent space) {
        return space.objects().map(TenantObject::name).toList();
    }
}
