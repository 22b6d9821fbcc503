package io.catalogbridge.server.protocol;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks values against JSON Schemas 2020-12. Thread-safe. */
final class SchemaCheck {

    /**
     * What the SDK is given instead of a validator. Its own would be loaded before the first answer, and would report what
     * it finds without code or advice.
     */
    static final JsonSchemaValidator LEFT_TO_US = (schema, value) -> ValidationResponse.asValid(null);

    private static final Pattern ERRORS =
            Pattern.compile("Validation failed: .*? errors: \\[(?:: )?(.*)]", Pattern.DOTALL);

    private SchemaCheck() {}

    /** Without what the validator says each time, and with nothing where it names the whole value as the place. */
    private static String plain(String message) {
        Matcher errors = ERRORS.matcher(message);
        return errors.matches() ? errors.group(1).replace(", : ", "; ") : message;
    }

    /** What is wrong with a value, if something is. */
    static Optional<String> complaint(Map<String, Object> schema, Object value) {
        ValidationResponse response = McpJsonDefaults.getSchemaValidator().validate(schema, value);
        return response.valid() ? Optional.empty() : Optional.of(plain(String.valueOf(response.errorMessage())));
    }
}
