package io.catalogbridge.server.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    /** Overviews show the first line of a description alone. */
    @Test
    void describesEachCommandByAWholeSentenceFirst() {
        assertThat(CommandLines.all())
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().description()[0])
                        .endsWith("."));
    }
}
