package io.catalogbridge.server.install;

import io.catalogbridge.server.install.ServerEntry.Edit;
import io.catalogbridge.server.install.ServerEntry.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class ServerEntryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:11:12Z"), ZoneOffset.UTC);
    private static final StartCommand COMMAND = new StartCommand("/opt/catalog-bridge", List.of("serve"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("made").resolve("config.json");
    }

    private ServerEntry entry(Host host) {
        return new ServerEntry(host, file(), "catalog-bridge");
    }

    private JsonNode written() throws IOException {
        return new JsonMapper().readTree(Files.readString(file()));
    }

    @ParameterizedTest
    @EnumSource
    void addsItOnceAndTakesItOutAgain(Host host) throws IOException, NotEditable {
        ServerEntry entry = entry(host);

        assertThat(entry.write(entry.with(COMMAND), CLOCK)).isEmpty();
        assertThat(written()
                        .path(host.section())
                        .path("catalog-bridge")
                        .path("command")
                        .asString())
                .isEqualTo("/opt/catalog-bridge");
        assertThat(entry.with(COMMAND).effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(entry.without().effect()).isEqualTo(Effect.REMOVED);

        entry.write(entry.without(), CLOCK);
        assertThat(written().path(host.section()).isEmpty()).isTrue();
        assertThat(entry.without().effect()).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void removesNothingWhereThereIsNothing() throws IOException, NotEditable {
        ServerEntry entry = entry(Host.CURSOR);

        assertThat(entry.without().effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(entry.write(entry.without(), CLOCK)).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void keepsTheOldFileAndItsPermissions() throws IOException, NotEditable {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"theme\": \"dark\"}");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        ServerEntry entry = entry(Host.CLAUDE_DESKTOP);

        Optional<Path> backup = entry.write(entry.with(COMMAND), CLOCK);

        assertThat(backup)
                .hasValueSatisfying(copy -> assertThat(copy)
                        .hasFileName("config.json.20260504-101112.bak")
                        .hasContent("{\"theme\": \"dark\"}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void writesThroughALink() throws IOException, NotEditable {
        Path real = Files.writeString(folder.resolve("real.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        ServerEntry entry = new ServerEntry(Host.CURSOR, link, "catalog-bridge");

        entry.write(entry.with(COMMAND), CLOCK);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).content().contains("catalog-bridge");
    }

    @Test
    void keepsWhatAPersonHasAddedToTheEntry() throws IOException, NotEditable {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(), "{\"mcpServers\": {\"catalog-bridge\": {\"command\": \"old\", \"env\": {\"A\": \"b\"}}}}");
        ServerEntry entry = entry(Host.CURSOR);
        Edit edit = entry.with(COMMAND);
        entry.write(edit, CLOCK);

        assertThat(edit.effect()).isEqualTo(Effect.UPDATED);
        assertThat(written().at("/mcpServers/catalog-bridge/env/A").asString()).isEqualTo("b");
        assertThat(written().at("/mcpServers/catalog-bridge/command").asString())
                .isEqualTo("/opt/catalog-bridge");
    }

    @Test
    void startsWhatWasReachedOverTheNetworkBefore() throws IOException, NotEditable {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"mcpServers": {"catalog-bridge": {"type": "http", "url": "http://127.0.0.1:8080/mcp",
                  "headers": {"Authorization": "Bearer x"}, "disabled": true}}}""");
        ServerEntry entry = entry(Host.CURSOR);

        entry.write(entry.with(COMMAND), CLOCK);

        assertThat(written().at("/mcpServers/catalog-bridge").propertyNames())
                .containsExactlyInAnyOrder("disabled", "command", "args");
    }

    @Test
    void writesWhatALinkLeadsToEvenIfThatIsNotThereYet() throws IOException, NotEditable {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("made", "config.json"));
        ServerEntry entry = new ServerEntry(Host.CURSOR, link, "catalog-bridge");

        entry.write(entry.with(COMMAND), CLOCK);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(written().has("mcpServers")).isTrue();
    }

    @Test
    void leavesAFileAloneThatMayOnlyBeRead() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{}");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> entry(Host.CURSOR).with(COMMAND))
                .isInstanceOf(NotEditable.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void findsClaudeCodeWhereItWasToldToKeepItsConfiguration() {
        Path chosen = folder.resolve("chosen");
        Machine machine = new Machine(Machine.Os.LINUX, folder, Map.of("CLAUDE_CONFIG_DIR", chosen.toString()));

        assertThat(Host.CLAUDE_CODE.file(machine)).isEqualTo(chosen.resolve(".claude.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "CLAUDE_DESKTOP, MACOS, Library/Application Support/Claude/claude_desktop_config.json",
        "CLAUDE_DESKTOP, WINDOWS, roaming/Claude/claude_desktop_config.json",
        "CLAUDE_DESKTOP, LINUX, .config/Claude/claude_desktop_config.json",
        "VSCODE, MACOS, Library/Application Support/Code/User/mcp.json",
        "VSCODE, WINDOWS, roaming/Code/User/mcp.json",
        "VSCODE, LINUX, .config/Code/User/mcp.json",
        "ZED, MACOS, .config/zed/settings.json",
        "ZED, WINDOWS, roaming/Zed/settings.json",
        "CURSOR, LINUX, .cursor/mcp.json",
        "CLAUDE_CODE, LINUX, .claude.json",
        "INTELLIJ, MACOS, .junie/mcp/mcp.json",
        "WINDSURF, LINUX, .codeium/windsurf/mcp_config.json"
    })
    void findsThePlaceOnEverySystem(Host host, Machine.Os os, String expected) {
        Path home = folder.resolve("home");
        Machine machine =
                new Machine(os, home, Map.of("APPDATA", home.resolve("roaming").toString()));

        assertThat(host.file(machine)).isEqualTo(home.resolve(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/chosen",
        "Mac OS X, /home/chosen",
        "Windows 11, /home/recorded",
    })
    void looksInTheHomeThatProgramsLookIn(String osName, String expected) {
        Map<String, String> variables = Map.of("HOME", "/home/chosen");

        assertThat(Machine.of(osName, "/home/recorded", variables).home()).isEqualTo(Path.of(expected));
        assertThat(Machine.of(osName, "/home/recorded", Map.of()).home()).isEqualTo(Path.of("/home/recorded"));
    }

    @Test
    void startsTheLauncherWhereThereIsOneAndJavaOnWindows() throws IOException {
        Path jar = folder.resolve("mcp-server").resolve("target").resolve("catalog-bridge.jar");
        Path java = Path.of("java");
        Files.createDirectories(jar.getParent());
        Machine linux = new Machine(Machine.Os.LINUX, folder, Map.of());
        Machine windows = new Machine(Machine.Os.WINDOWS, folder, Map.of());

        assertThat(StartCommand.of(linux, jar, java, List.of()).arguments())
                .containsExactly("-jar", jar.toString(), "serve");
        Path launcher = Files.createFile(folder.resolve("catalog-bridge"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThat(StartCommand.of(linux, jar, java, List.of("--env", "wolf")))
                .isEqualTo(new StartCommand(launcher.toString(), List.of("serve", "--env", "wolf")));
        assertThat(StartCommand.of(windows, jar, java, List.of()).program()).isEqualTo("java");
    }

    @Test
    void showsWhatDiffers() {
        assertThat(LineDiff.of("a\nb\nc\nd\ne", "a\nb\nc\nX\nd\ne")).containsExactly("  b", "  c", "+ X", "  d", "  e");
        assertThat(LineDiff.of("a\nb", "a")).containsExactly("  a", "- b");
        assertThat(LineDiff.of("", "a")).containsExactly("+ a");
    }
}
