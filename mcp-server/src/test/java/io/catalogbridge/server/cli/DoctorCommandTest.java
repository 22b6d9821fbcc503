package io.catalogbridge.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void findsTheSandboxInGoodHealthWithoutAnyConfiguration() {
        int exitCode = doctor("--data", folder.toString(), "--json");

        JsonNode diagnosis = new JsonMapper().readTree(output());
        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(diagnosis.path("ok").asBoolean()).isTrue();
        assertThat(diagnosis.path("checks").values())
                .isNotEmpty()
                .allSatisfy(check ->
                        assertThat(check.propertyNames()).containsExactly("name", "verdict", "message", "remedy"));
    }

    @Test
    void endsWithAFailureAndSaysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), "environments: {dog: {sauce: {}}}");

        int exitCode = doctor("--data", folder.toString(), "--config", file.toString());

        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(output()).contains("FAILED   config: ", "sauce", "Correct the file");
    }

    @ParameterizedTest
    @CsvSource({"exports, folder", "sandbox, tenant"})
    void namesAFolderOfExportsThatIsNotThere(String type, String key) throws IOException {
        Path missing = folder.resolve("missing");
        Path file = Files.writeString(
                folder.resolve("exports.yaml"),
                "environments: {dog: {source: {type: " + type + ", " + key + ": \"" + missing + "\"}}}");

        int exitCode = doctor("--data", folder.toString(), "--config", file.toString());

        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(output().lines().dropWhile(line -> !line.startsWith("FAILED   source: ")))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> line.contains(missing.toString()))
                .anyMatch(line -> line.contains("et source." + key));
    }

    private int doctor(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Cli(
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        "none")
                .run(all);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
