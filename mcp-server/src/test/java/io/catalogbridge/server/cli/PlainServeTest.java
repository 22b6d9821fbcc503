package io.catalogbridge.server.cli;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class PlainServeTest {

    private static String[] words(String line) {
        return line.split(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "serve -v",
                "serve -v -v --env wolf",
                "serve --env Bear --config a/b.yaml --data /c/d",
                "serve --log-format JSON --verbose"
            })
    void understandsAsTheParserDoes(String line) {
        ServeCommand parsed = new ServeCommand();
        String[] options = Arrays.copyOfRange(words(line), 1, words(line).length);
        new CommandLine(parsed).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);

        assertThat(PlainServe.of(words(line)))
                .hasValueSatisfying(plain -> assertThat(plain)
                        .usingRecursiveComparison()
                        .ignoringFields("spec")
                        .isEqualTo(parsed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan",
                "serve --help",
                "serve --http 8080",
                "serve --env",
                "serve --env --data",
                "serve --env=wolf",
                "serve -vv",
                "serve --env wolf --env bear",
                "serve --json",
                "serve --log-format xml",
                "serve --config @file",
                "serve extra",
                "serve --unknown x"
            })
    void leavesTheRestToTheParser(String line) {
        assertThat(PlainServe.of(words(line))).isEmpty();
    }

    @Test
    void leavesNoWordsAtAllToTheParser() {
        assertThat(PlainServe.of()).isEmpty();
    }
}
