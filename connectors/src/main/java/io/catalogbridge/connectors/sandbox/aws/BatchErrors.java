package io.catalogbridge.connectors.sandbox.aws;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The per-item errors of batch operations, which succeed as a whole even when every item fails. */
final class BatchErrors {

    private BatchErrors() {}

    /**
     * Does one item of a batch; when it is refused, adds what it was and why.
     *
     * @param item how the operation names an item in its errors
     */
    static void collect(ArrayNode errors, ObjectNode item, Runnable action) {
        try {
            action.run();
        } catch (AwsError error) {
            item.putObject("ErrorDetail").put("ErrorCode", error.code()).put("ErrorMessage", error.message());
            errors.add(item);
        }
    }

    static ObjectNode answer(ArrayNode errors) {
        ObjectNode answer = Json.object();
        answer.set("Errors", errors);
        return answer;
    }
}
