package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ClosestNames;
import io.catalogbridge.server.surface.Tool;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the tools there are. */
record ToolNames(List<String> names) {

    private static final int CLOSEST = 3;
    private static final int SHOWN = 64;

    static ToolNames of(List<Tool> tools) {
        return new ToolNames(
                tools.stream().map(tool -> tool.definition().name()).toList());
    }

    void require(@Nullable Object name) throws Refusal {
        if (!(name instanceof String wanted)) {
            throw new Refusal(ErrorCodes.INVALID_PARAMS, "Invalid params: 'name' must be the name of a tool");
        }
        if (!names.contains(wanted)) {
            throw new Refusal(ErrorCodes.INVALID_PARAMS, unknown(wanted));
        }
    }

    private String unknown(String wanted) {
        String shown = wanted.length() <= SHOWN ? wanted : wanted.substring(0, SHOWN) + "…";
        List<String> closest = ClosestNames.to(shown, names, CLOSEST);
        return "Unknown tool: " + shown + "; "
                + (closest.isEmpty()
                        ? "there are " + String.join(", ", names)
                        : "did you mean " + String.join(", ", closest) + "?");
    }
}
