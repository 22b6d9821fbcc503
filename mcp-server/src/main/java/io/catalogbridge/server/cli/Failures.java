package io.catalogbridge.server.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How failures are told: kind, object, message, remedy; as JSON on standard output where JSON was asked for. */
record Failures(Console console, boolean json) {

    int usage(String kind, @Nullable String message, String remedy) {
        tell(kind, "", message, remedy);
        return ExitCodes.USAGE;
    }

    int failed(String kind, String object, @Nullable String message, String remedy) {
        tell(kind, object, message, remedy);
        return ExitCodes.FAILED;
    }

    private void tell(String kind, String object, @Nullable String message, String remedy) {
        if (json) {
            ObjectNode node = new JsonMapper().createObjectNode();
            node.putObject("error")
                    .put("kind", kind)
                    .put("object", object)
                    .put("message", message)
                    .put("remedy", remedy);
            console.json(node);
            return;
        }
        console.note("Error (" + kind + (object.isEmpty() ? "" : ", " + object) + "): " + message);
        if (!remedy.isEmpty()) {
            console.note("What to do: " + remedy);
        }
    }
}
