package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ToolFailure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTextTest {

    @Test
    void staysShortWhateverIsRepeated() {
        String much = "x".repeat(1_000_000);

        String text = FailureText.of(new ToolFailure("INVALID", much, false, Collections.nCopies(1_000, much), null));

        assertThat(text).hasSizeLessThan(4 * 4_000);
    }

    @Test
    void repeatsForeignTextOnOneLine() {
        assertThat(FailureText.of(new ToolFailure("AUTH", "no\nentry\u202e", false, List.of("a\nb"), "check_health")))
                .isEqualTo("{\"code\":\"AUTH\",\"message\":\"no entry\",\"retryable\":false,\"suggestions\":[\"a b\"],"
                        + "\"nextTool\":\"check_health\"}");
    }
}
