package io.catalogbridge.server.logging;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LoggingTest {

    @TempDir
    private Path folder;

    private final LogProvider provider = new LogProvider();

    private Logger logger(String name, LogFormat format, int verbosity) {
        provider.initialize();
        LoggerContext context = (LoggerContext) provider.getLoggerFactory();
        Logging.configure(context, new LogSettings(verbosity, format, Optional.of(folder)));
        return context.getLogger(name);
    }

    private Logger ours(LogFormat format) {
        return logger("io.catalogbridge.server.Somewhere", format, 0);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("catalog-bridge.log"));
    }

    private JsonNode onlyLine() throws IOException {
        assertThat(lines()).hasSize(1);
        return new JsonMapper().readTree(lines().get(0));
    }

    @Test
    void keepsWhatWeDoButNotEveryDetail() throws IOException {
        Logger logger = ours(LogFormat.TEXT);
        logger.info("we did {}", "something");
        logger.debug("a detail");

        assertThat(lines()).singleElement().asString().endsWith("INFO Somewhere: we did something");
    }

    @Test
    void keepsDetailsWhereTheyAreAskedFor() throws IOException {
        logger("io.catalogbridge.server.Somewhere", LogFormat.TEXT, 2).debug("a detail");

        assertThat(lines()).singleElement().asString().endsWith("DEBUG Somewhere: a detail");
    }

    @Test
    void leavesComplaintsOfLibrariesAboutClientsOut() {
        logger("io.modelcontextprotocol.spec.McpServerSession", LogFormat.TEXT, 2)
                .warn("hostile input");

        assertThat(folder.resolve("catalog-bridge.log")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.transport.HttpServletStreamableServerTransportProvider", "spec.McpTransport"})
    void leavesOutThatClientsHaveGone(String transport) {
        logger("io.modelcontextprotocol." + transport, LogFormat.TEXT, 0).error("Failed to send message to session");

        assertThat(folder.resolve("catalog-bridge.log")).doesNotExist();
    }

    @Test
    void writesOneObjectPerLine() throws IOException {
        Logger logger = ours(LogFormat.JSON);
        provider.getMDCAdapter().put("request", "17");
        provider.getMDCAdapter().put("trace", "4bf92f3577b34da6a3ce929d0e0e4736");
        logger.warn("said \"no\"\nand left", new IllegalStateException("broken"));

        JsonNode line = onlyLine();
        assertThat(Instant.parse(line.get("time").asString())).isNotNull();
        assertThat(line.get("level").asString()).isEqualTo("WARN");
        assertThat(line.get("process").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(line.get("logger").asString()).isEqualTo("io.catalogbridge.server.Somewhere");
        assertThat(line.get("message").asString()).isEqualTo("said \"no\" and left");
        assertThat(line.get("error").asString()).startsWith("java.lang.IllegalStateException: broken");
        assertThat(line.get("request").asString()).isEqualTo("17");
        assertThat(line.get("trace").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void namesTheRequestInTextToo() throws IOException {
        Logger logger = ours(LogFormat.TEXT);
        provider.getMDCAdapter().put("request", "17");
        logger.info("done");

        assertThat(lines()).singleElement().asString().endsWith(": done [request 17]");
    }

    /** Several processes write to one file, and each counts its requests. */
    @Test
    void namesTheProcessInTextToo() throws IOException {
        ours(LogFormat.TEXT).info("done");

        assertThat(lines())
                .singleElement()
                .asString()
                .contains(" [" + ProcessHandle.current().pid() + "] INFO ");
    }

    @Test
    void writesNoSecretsAndNothingATerminalWouldObey() throws IOException {
        Logger logger = ours(LogFormat.TEXT);
        logger.warn("\u001b[31m Authorization: Bearer abcdef123456 client_secret=hunter22 \u2028 end");
        logger.warn("failed", new IllegalStateException("password=hunter22"));

        assertThat(String.join("\n", lines()))
                .contains("client_secret=***", "end")
                .doesNotContain("abcdef123456", "hunter22", "\u001b", "\u2028");
    }

    @Test
    void cutsWhatIsEndless() throws IOException {
        ours(LogFormat.TEXT).warn("x".repeat(100_000));

        assertThat(lines().get(0)).hasSizeLessThan(Printable.MAX_LENGTH + 100).endsWith("…");
    }
}
