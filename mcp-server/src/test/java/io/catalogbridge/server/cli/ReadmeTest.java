package io.catalogbridge.server.cli;

import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.bridge.BridgeOptions;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.Surface;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.tools.Toolset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** What people are told exists, and what exists is told. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    @TempDir
    private static Path folder;

    private static String readme = "";

    @SuppressWarnings("NullAway.Init") // set before every test
    private static Surface surface;

    @BeforeAll
    static void readAndServe() throws IOException {
        readme = Files.readString(ROOT.resolve("README.md"));
        try (Bridge bridge = Bridge.open(new BridgeOptions("dog", Optional.empty(), Optional.of(folder)), Map.of())) {
            surface = new ServeCommand().surface(bridge);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What stands as code in the first column of the table with this heading. */
    private static List<String> column(String heading) {
        int start = readme.indexOf("\n| " + heading + " |");
        assertThat(start).as(heading).isPositive();
        return readme.substring(start + 1)
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(" \\| ", 2)[0])
                .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)))
                .toList();
    }

    private static List<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
    }

    /** Options of {@code bench} are left to its own help. */
    @Test
    void namesEveryCommandAndOption() {
        List<String> commands = column("command");

        assertThat(CommandLines.direct()).allSatisfy(command -> {
            String name = command.getCommandName();
            assertThat(commands).as(name).anyMatch(shown -> (shown + " ").startsWith(name + " "));
            assertThat(options(command))
                    .allSatisfy(option -> assertThat(option.names())
                            .as(name)
                            .anyMatch(each -> Pattern.compile(Pattern.quote(each) + "(?![\\w-])")
                                    .matcher(readme)
                                    .find()));
        });
    }

    @Test
    void namesNoOptionThatDoesNotExist() {
        List<String> existing = CommandLines.all().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
        Stream<String> typed = readme.lines().filter(line -> line.startsWith("./catalog-bridge"));
        Stream<String> told = readme.lines()
                .filter(line -> line.startsWith("| `") || line.startsWith("`--"))
                .filter(line -> !line.contains("`mvn"));

        assertThat(Stream.concat(typed, told).flatMap(line -> found(OPTION, line).stream()))
                .isNotEmpty()
                .isSubsetOf(existing);
    }

    @Test
    void namesEveryToolAndPromptInTheirOrder() {
        assertThat(column("tool"))
                .containsExactlyElementsOf(surface.tools().stream()
                        .map(tool -> tool.definition().name())
                        .toList());
        assertThat(column("prompt"))
                .containsExactlyInAnyOrderElementsOf(surface.prompts().stream()
                        .map(prompt -> prompt.definition().name())
                        .toList());
        assertThat(Toolset.values()).allSatisfy(set -> assertThat(readme).contains("`" + set.label() + "`"));
    }

    @Test
    void namesEveryResource() {
        Stream<String> templates = surface.resources().stream()
                .flatMap(family -> family.templates().stream())
                .map(TemplateDefinition::uriTemplate);
        Stream<String> listed = surface.resources().stream()
                .flatMap(family -> family.listed().stream())
                .map(ResourceDefinition::uri);

        assertThat(Stream.concat(templates, listed))
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(readme).contains("`" + uri + "`"));
        assertThat(column("resource")).allMatch(uri -> uri.contains("://"));
    }

    /** They need not earn what Java's second compiler costs; servers and measurements have ways of their own. */
    @Test
    void launchesCommandsThatEndSoonQuickly() throws IOException {
        String launcher = Files.readString(ROOT.resolve("catalog-bridge"));
        List<String> others = List.of("sandbox", "serve", "bench");

        assertThat(CommandLines.direct().stream()
                        .map(CommandLine::getCommandName)
                        .filter(name -> !others.contains(name)))
                .allSatisfy(name -> assertThat(launcher).contains(name + "\\ *"));
    }
}
