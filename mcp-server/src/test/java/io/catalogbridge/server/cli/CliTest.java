package io.catalogbridge.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands as people and scripts type them, over a small tenant that was synchronised once. */
class CliTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void synchroniseOnce() throws IOException {
        Files.writeString(config(), "environments: {dog: {source: {type: sandbox, assets: 12}}}");

        assertThat(new CliTest().run("sync")).isEqualTo(ExitCodes.DONE);
    }

    private static Path config() {
        return folder.resolve("small tenant.yaml");
    }

    @Test
    void printsFourFieldsOfAFailureAsJson() {
        int exitCode = run("show", "datasphere:NOWHERE/NOTHING", "--json");

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(json().path("error").propertyNames()).containsExactly("kind", "object", "message", "remedy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings --severity awful",
                "show",
                "frobnicate",
                "bench",
                "plan --unheard-of",
                "findings --limit 0",
                "findings --limit -1",
                "sandbox --assets -4",
                "sandbox --assets 4 --tenant .",
                "bench sync --assets 0",
                "bench sync --requests-per-minute 0",
                "bench sync --requests-per-second -3",
                "bench search --assets 0",
                "search --state lost",
                "search --changed-since soon",
                "search --limit 0",
                "search x --cursor nonsense",
                "install --client nobody --remove --dry-run",
                "install --client cursor --remove --dry-run --file nowhere.json --name=",
            })
    void refusesWrongArgumentsInOneLineAndAsJson(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCodes.USAGE);
        assertThat(text(out)).isEmpty();
        assertThat(text(err).lines()).hasSize(2).first().asString().startsWith("Error (USAGE): ");

        assertThat(run(Stream.concat(Stream.of(line.split(" ")), Stream.of("--json"))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(json().at("/error/kind").asString()).isEqualTo("USAGE");
    }

    @Test
    void namesTheCommandThatWasProbablyMeant() {
        run("serch");

        assertThat(text(err)).contains("did you mean", "search");
    }

    @Test
    void failsIfItsResultCannotBeWritten() {
        PrintStream full = new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8);

        int exitCode = new Cli(full, stream(err), "none").run(withOptions("status"));

        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(text(err)).contains("standard output");
    }

    @Test
    void searchesWithFiltersAndSaysWhyAndHowManyAsJson() {
        String id = table();
        String name = id.substring(id.indexOf('/') + 1);

        int exitCode = run("search", name, "--system", "datasphere", "--state", "in-glue", "--json");

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(json().propertyNames())
                .containsExactly("total", "totalIsExact", "items", "facets", "notes", "closest", "nextCursor");
        assertThat(json().at("/items/0").propertyNames())
                .containsExactly(
                        "id",
                        "kind",
                        "name",
                        "label",
                        "system",
                        "container",
                        "description",
                        "counterpart",
                        "state",
                        "matched");
        assertThat(json().at("/items/0/id").asString()).isEqualTo(id);
        assertThat(json().at("/items/0/matched/0/in").asString()).isEqualTo("name");
        assertThat(json().at("/facets/system").propertyNames()).containsExactly("datasphere");
    }

    @Test
    void explainsToPeopleWhyNothingWasFound() {
        run("search", "zebrafish");
        assertThat(text(out)).contains("Nothing has 'zebrafish'", "fewer or shorter words");

        run("search", "--kind", "task-chain", "--owner", "nobody at all");
        assertThat(text(out)).contains("match without the filters kind=task-chain, owner=nobody at all");
    }

    @Test
    void showsAColumnByItsId() {
        String id = table();
        run("show", id, "--json");
        JsonNode column = json().at("/columns/1");

        int exitCode = run("show", id + "#" + column.path("name").asString(), "--json");

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(json().path("kind").asString()).isEqualTo("column");
        assertThat(json().path("container").asString()).isEqualTo(id);
        assertThat(json().path("type")).isEqualTo(column.path("type"));
    }

    @Test
    void namesWhatIsCloseToAColumnThatIsNotThere() {
        int exitCode = run("show", table() + "#NO_SUCH_COLUMN");

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(text(err)).contains("close to it: ");
    }

    @Test
    void repeatsInAFollowUpCommandWhatItTakesToGetThere() throws IOException {
        Path other = folder.resolve("other");
        String file = config().toString();

        new Cli(stream(out), stream(err), "none").run("plan", "--config", file, "--data", other.toString());

        assertThat(text(out)).contains("catalog-bridge apply plan-", " --config '" + file + "' --data " + other);
    }

    @Test
    void ignoresTheCaseOfAnEnvironmentAndNamesThoseThereAre() {
        assertThat(run("status", "--env", "DOG")).isEqualTo(ExitCodes.DONE);
        assertThat(run("status", "--env", "wolf")).isEqualTo(ExitCodes.USAGE);
        assertThat(text(err)).contains("'wolf'", "dog");
    }

    private String table() {
        run("search", "--kind", "local-table", "--json");
        return json().at("/items/0/id").asString();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(stream(out), stream(err), "none").run(withOptions(arguments));
    }

    /** The root and {@code bench} themselves do nothing and have no options. */
    private static String[] withOptions(String... arguments) {
        List<String> common = List.of(
                "--config",
                config().toString(),
                "--data",
                folder.resolve("data").toString());
        boolean bare =
                arguments[0].equals("bench") || arguments[0].equals("frobnicate") || arguments[0].equals("serch");
        return bare
                ? arguments
                : Stream.concat(Stream.of(arguments), common.stream()).toArray(String[]::new);
    }

    private JsonNode json() {
        return JSON.readTree(text(out));
    }

    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
