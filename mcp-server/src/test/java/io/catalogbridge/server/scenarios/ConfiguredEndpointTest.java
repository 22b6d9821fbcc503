package io.catalogbridge.server.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.server.scenarios.Scenario.SMALL_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** The same program against systems that a configuration file names. */
@Tag("integration")
class ConfiguredEndpointTest {

    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    @Test
    void syncsIntoAnotherEndpointWithSecretsByReference() throws IOException {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            Program program = new Program(scenario.sandbox(), folder);

            int exitCode = program.run("sync");

            assertThat(exitCode).as(program.printed()).isZero();
            assertThat(scenario.glue().tables()).hasSize(27);
            assertThat(Files.readString(program.config()) + program.printed())
                    .doesNotContain(scenario.sandbox().clientSecret())
                    .doesNotContain(scenario.sandbox().secretAccessKey());
        }
    }

    @Test
    void endsWithOneAndDeletesNothingWhenAListIsALoginPage() {
        try (Scenario scenario = Scenario.start(Settings.of(SMALL_TENANT), data)) {
            Program program = new Program(scenario.sandbox(), folder);
            scenario.sync();
            scenario.tenantFaults().onEvery("GET views list", PartialTenantTest.LOGIN_PAGE);

            int exitCode = program.run("sync");

            assertThat(exitCode).isEqualTo(1);
            assertThat(program.printed()).contains("only partly read").contains("HTML page");
            assertThat(scenario.glue().tables()).hasSize(27);
        }
    }
}
