package io.catalogbridge.server.bridge;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BridgeOptionsTest {

    private static final BridgeOptions PLAIN = new BridgeOptions("dog", Optional.empty(), Optional.empty());

    @Test
    void keepsDataInTheHomeThatShellsAndTheLauncherSee() {
        Path home = Path.of("somebody").toAbsolutePath();

        assertThat(PLAIN.dataFolder(Map.of("HOME", home.toString()))).isEqualTo(home.resolve(".catalog-bridge"));
        assertThat(PLAIN.dataFolder(Map.of("HOME", "")))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".catalog-bridge"));
    }

    @Test
    void prefersTheOptionToTheVariableAndTheVariableToTheHome() {
        Path option = Path.of("option").toAbsolutePath();
        Path variable = Path.of("variable").toAbsolutePath();
        Map<String, String> variables = Map.of("HOME", "home", "CATALOG_BRIDGE_DATA", variable.toString());

        assertThat(PLAIN.dataFolder(variables)).isEqualTo(variable);
        assertThat(new BridgeOptions("dog", Optional.empty(), Optional.of(option)).logFolder(variables))
                .isEqualTo(option.resolve("logs"));
    }

    @Test
    void namesInFullWhatAnotherProcessWouldNotFind() {
        Map<String, String> variables = Map.of("CATALOG_BRIDGE_CONFIG", "some.yaml", "CATALOG_BRIDGE_DATA", "some");

        BridgeOptions named = PLAIN.inFull(variables);

        assertThat(named.config()).contains(Path.of("some.yaml").toAbsolutePath());
        assertThat(named.data()).contains(Path.of("some").toAbsolutePath());
        assertThat(PLAIN.inFull(Map.of("HOME", "home")).data()).isEmpty();
    }
}
