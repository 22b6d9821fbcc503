package io.catalogbridge.connectors.sandbox.aws;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parsed {@code Authorization} header of Signature Version 4.
 *
 * @param scope day, region, service and terminator, joined by slashes
 */
record Authorization(String accessKeyId, String scope, List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final int CREDENTIAL_PARTS = 5;

    Authorization {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /**
     * Takes the header apart.
     *
     * @throws AwsError when a part is missing or malformed, in the words of AWS
     */
    static Authorization parse(String header) {
        if (!header.startsWith(ALGORITHM + " ")) {
            throw AwsError.incompleteSignature("Authorization header requires '" + ALGORITHM + "' algorithm.");
        }
        Map<String, String> fields = fields(header.substring(ALGORITHM.length()));
        String credential = required(fields, "Credential");
        String[] parts = credential.split("/", -1);
        if (parts.length != CREDENTIAL_PARTS) {
            throw AwsError.incompleteSignature(
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '"
                            + credential + "'");
        }
        return new Authorization(
                parts[0],
                credential.substring(parts[0].length() + 1),
                List.of(required(fields, "SignedHeaders").split(";", -1)),
                required(fields, "Signature"));
    }

    String day() {
        return scopePart(0);
    }

    String region() {
        return scopePart(1);
    }

    String service() {
        return scopePart(2);
    }

    private String scopePart(int index) {
        return scope.split("/", -1)[index];
    }

    private static Map<String, String> fields(String list) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(list.split(",", -1))
                .map(field -> field.strip().split("=", 2))
                .filter(field -> field.length == 2)
                .forEach(field -> fields.put(field[0], field[1]));
        return fields;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw AwsError.incompleteSignature("Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }
}
