package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.testing.Fixtures;
import io.catalogbridge.server.scenarios.Installation.Synced;
import io.catalogbridge.server.store.Runs.RunOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.model.Table;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole tenants end up in Glue: every definition accounted for, column for column, under its own name and label. */
@Tag("integration")
class WholeTenantTest {

    private static final String DEMO = "/io/catalogbridge/connectors/sandbox/demo-tenant/";
    private static final String ASSET = "catalogbridge.asset";
    private static final String NAME = "catalogbridge.name";
    private static final String LABEL = "catalogbridge.label";
    private static final String FLOW = "catalogbridge.flow.";
    private static final int COMMENT_LIMIT = 255;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path data;

    @Test
    void everyDefinitionOfRealExports() {
        Path folder = Fixtures.datasphere();
        PlainCount expected = new PlainCount();
        Fixtures.files(folder, ".json").stream()
                .filter(file -> folder.relativize(file).getNameCount() > 1)
                .forEach(file -> expected.add(
                        space(folder.relativize(file).getName(0)), JSON.readTree(withoutMark(Fixtures.read(file)))));

        assertAccountedFor(Settings.of(new TenantChoice.Folder(folder)), expected);
    }

    @Test
    void everyDefinitionOfTheDemoTenant() {
        PlainCount expected = new PlainCount();
        resource("index.txt")
                .lines()
                .filter(path -> path.split("/", -1).length == 3)
                .forEach(path -> expected.add(path.substring(0, path.indexOf('/')), JSON.readTree(resource(path))));

        assertAccountedFor(Settings.demo(), expected);
    }

    /** Technical names of spaces hold no hyphen. */
    private static String space(Path folder) {
        return folder.toString().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void assertAccountedFor(Settings settings, PlainCount expected) {
        try (Scenario scenario = Scenario.start(settings, data)) {
            Synced synced = scenario.sync();

            assertThat(synced.planned().gaps()).isEmpty();
            assertThat(synced.result().outcome()).isEqualTo(RunOutcome.DONE);
            SortedMap<String, Table> tables = byAsset(scenario);
            assertThat(tables.keySet())
                    .containsExactlyElementsOf(expected.columns().keySet());
            assertThat(differing(columns(tables), expected.columns())).isEmpty();
            assertThat(flows(scenario)).isEqualTo(expected.flows());
            assertLabelled(tables, expected.labels());
            assertNothingVanished(scenario, synced, tables.keySet());

            Calls idle = scenario.calls(scenario::sync);
            assertThat(idle.glue()).containsOnlyKeys("GetDatabases").containsEntry("GetDatabases", 1L);
            assertThat(idle.tenantCalls(" read")).isZero();
        }
    }

    private static SortedMap<String, Table> byAsset(Scenario scenario) {
        SortedMap<String, Table> tables = new TreeMap<>();
        scenario.glue()
                .tables()
                .values()
                .forEach(table ->
                        tables.put(Objects.requireNonNull(table.parameters().get(ASSET)), table));
        return tables;
    }

    private static SortedMap<String, SortedSet<String>> columns(SortedMap<String, Table> tables) {
        SortedMap<String, SortedSet<String>> columns = new TreeMap<>();
        tables.forEach((asset, table) -> columns.put(
                asset,
                table.storageDescriptor().columns().stream()
                        .map(column -> column.parameters().get(NAME))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return columns;
    }

    /** Columns that are only on one side, by table. */
    private static SortedMap<String, String> differing(
            SortedMap<String, SortedSet<String>> found, SortedMap<String, SortedSet<String>> expected) {
        SortedMap<String, String> differing = new TreeMap<>();
        expected.forEach((table, columns) -> {
            SortedSet<String> missing = new TreeSet<>(columns);
            SortedSet<String> more = new TreeSet<>(found.getOrDefault(table, new TreeSet<>()));
            missing.removeAll(more);
            more.removeAll(columns);
            if (!missing.isEmpty() || !more.isEmpty()) {
                differing.put(table, "missing " + missing + ", too many " + more);
            }
        });
        return differing;
    }

    private static SortedSet<String> flows(Scenario scenario) {
        return scenario.glue().databases().values().stream()
                .flatMap(database -> database.parameters().entrySet().stream())
                .filter(parameter -> parameter.getKey().startsWith(FLOW))
                .map(parameter -> JSON.readTree(parameter.getValue()).path("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertLabelled(SortedMap<String, Table> tables, SortedMap<String, String> labels) {
        SortedMap<String, String> found = new TreeMap<>();
        tables.forEach((asset, table) -> {
            found.put(asset, table.parameters().getOrDefault(LABEL, ""));
            assertShown(table.description(), table.parameters().get(LABEL));
            table.storageDescriptor().columns().forEach(column -> {
                found.put(
                        asset + "#" + column.parameters().get(NAME),
                        column.parameters().getOrDefault(LABEL, ""));
                assertShown(column.comment(), column.parameters().get(LABEL));
            });
        });
        assertThat(labels).isNotEmpty();
        assertThat(found).containsAllEntriesOf(labels);
    }

    /** What people read in Athena and in the console begins with the label, on one line, as far as there is room for it. */
    private static void assertShown(@Nullable String text, @Nullable String label) {
        if (label != null && label.getBytes(StandardCharsets.UTF_8).length < COMMENT_LIMIT) {
            assertThat(onOneLine(String.valueOf(text))).startsWith(onOneLine(label));
        }
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** What is neither a table nor a flow has a finding that says why. */
    private static void assertNothingVanished(Scenario scenario, Synced synced, Set<String> tables) {
        Set<String> explained = synced.planned().plan().findings().stream()
                .map(Finding::subject)
                .collect(Collectors.toSet());
        SortedSet<String> flows = flows(scenario);
        assertThat(served(scenario))
                .isNotEmpty()
                .allMatch(asset -> tables.contains(asset) || flows.contains(asset) || explained.contains(asset));
    }

    private static Stream<String> served(Scenario scenario) {
        return scenario.sandbox().tenant().spaceNames().stream()
                .flatMap(space -> scenario.sandbox().tenant().objectNames(space).stream()
                        .map(name -> "datasphere:" + space + "/" + name));
    }

    private static String withoutMark(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String resource(String path) {
        try (InputStream stream =
                Objects.requireNonNull(WholeTenantTest.class.getResourceAsStream(DEMO + path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
