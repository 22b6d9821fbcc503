package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.SharedFixtures;
import io.catalogbridge.connectors.testing.SourceContract;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.catalog.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportFolderSourceTest extends SourceContract {

    @TempDir
    Path root;

    @BeforeEach
    void twoSpaces() throws IOException {
        write("sales/orders.json", table("ORDERS"));
        write("sales/deep/down/prices.json", table("PRICES"));
        write("my space/stock.json", table("STOCK"));
        write("README.md", "not an export");
        write("loose.json", table("LOOSE"));
    }

    @Override
    protected CatalogSource open() {
        return new ExportFolderSource(root);
    }

    @Test
    void everyFirstFolderIsASpaceInUpperCase() {
        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.spaces()).extracting(Space::name).containsExactly("MY_SPACE", "SALES");
        assertThat(snapshot.assets())
                .extracting(asset -> asset.id().text())
                .containsExactly("datasphere:MY_SPACE/STOCK", "datasphere:SALES/ORDERS", "datasphere:SALES/PRICES");
        assertThat(snapshot.complete()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsAGapOfItsSpaceAndTheRestGoesOn() throws IOException {
        write("sales/broken.json", "{\"definitions\":{");

        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.subject()).isEqualTo("datasphere:SALES");
            assertThat(gap.reason()).contains("broken.json");
        });
        assertThat(snapshot.assets()).hasSize(3);
    }

    @Test
    void filesBesideTheExportsDescribeTheSpace() throws IOException {
        write("sales/space.json", "{`SALES`:{`spaceDefinition`:{`label`:`Selling`,`longDescription`:`All of it`}}}");
        write("sales/connections.json", "[{`name`:`ERP`,`businessName`:`The ERP`,`typeId`:`ABAP`}]");
        write("sales/inventory.json", "{`ORDERS`:{`status`:`Deployed`,`changedBy`:`KIM`}}");

        CatalogSnapshot snapshot = discover();

        assertThat(snapshot.space("SALES").orElseThrow()).satisfies(space -> {
            assertThat(space.label()).isEqualTo("Selling");
            assertThat(space.description()).isEqualTo("All of it");
            assertThat(space.connections()).containsExactly(new Space.Connection("ERP", "The ERP", "ABAP"));
        });
        assertThat(snapshot.assets())
                .filteredOn(asset -> asset.id().name().equals("ORDERS"))
                .extracting(asset -> asset.head().lifecycle().changedBy())
                .containsExactly("KIM");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws IOException {
        write("sales/marked.json", "\uFEFF" + table("MARKED"));

        assertThat(discover().assets()).extracting(asset -> asset.id().name()).contains("MARKED");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        CatalogSource source = new ExportFolderSource(root.resolve("absent"));

        assertThatThrownBy(() -> source.discover(DiscoveryScope.ALL, Progress.NONE))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void aFileInPlaceOfAFolderIsAnError() {
        assertThatThrownBy(() -> discover(root.resolve("loose.json")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("loose.json");
    }

    @Test
    void aFolderWithoutExportsIsAnErrorAndNoEmptyTenant() throws IOException {
        Path empty = root.resolve("empty");
        Files.createDirectories(empty.resolve("space"));

        assertThatThrownBy(() -> discover(empty))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("no export");
    }

    @Test
    void linksToFoldersAreFollowed() throws IOException {
        Path linked = root.resolveSibling(root.getFileName() + "-linked");
        Files.createSymbolicLink(linked, root);
        Files.createSymbolicLink(root.resolve("vendita"), root.resolve("sales"));
        try {
            assertThat(discover(linked).spaces())
                    .extracting(Space::name)
                    .containsExactly("MY_SPACE", "SALES", "VENDITA");
        } finally {
            Files.delete(linked);
        }
    }

    @Test
    void realExportsAreReadWhole() {
        CatalogSnapshot snapshot =
                new ExportFolderSource(SharedFixtures.datasphere()).discover(DiscoveryScope.ALL, Progress.NONE);

        assertThat(snapshot.gaps()).extracting(Gap::reason).noneMatch(reason -> reason.contains("malformed"));
        assertThat(snapshot.spaces())
                .extracting(Space::name)
                .contains("BIKE_SALES", "COMMUNITY_CONTENT", "DQM", "TECHED", "RECORDED_TENANT");
        assertThat(snapshot.assets())
                .extracting(Asset::id)
                .extracting(id -> id.space())
                .contains("BIKE_SALES", "COMMUNITY_CONTENT", "DQM", "TECHED", "RECORDED_TENANT");
    }

    private static CatalogSnapshot discover(Path folder) {
        return new ExportFolderSource(folder).discover(DiscoveryScope.ALL, Progress.NONE);
    }

    private CatalogSnapshot discover() {
        return open().discover(DiscoveryScope.ALL, Progress.NONE);
    }

    private void write(String path, String json) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.replace('`', '"'));
    }

    private static String table(String name) {
        return "{`definitions`:{`" + name + "`:{`kind`:`entity`,`elements`:{`ID`:{`key`:true,`type`:`cds.Integer`}}}}}";
    }
}
