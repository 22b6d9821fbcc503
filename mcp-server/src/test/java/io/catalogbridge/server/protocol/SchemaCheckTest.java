package io.catalogbridge.server.protocol;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaCheckTest {

    private static final Map<String, Object> SCHEMA = Map.of("type", "object", "required", List.of("id", "reason"));

    @Test
    void saysPlainlyWhatIsMissing() {
        assertThat(SchemaCheck.complaint(SCHEMA, Map.of()))
                .contains("required property 'id' not found; required property 'reason' not found");
        assertThat(SchemaCheck.complaint(SCHEMA, Map.of("id", 1))).contains("required property 'reason' not found");
        assertThat(SchemaCheck.complaint(SCHEMA, Map.of("id", 1, "reason", ""))).isEmpty();
    }
}
