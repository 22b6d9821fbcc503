package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Tools that answer at once, each with another kind of content. */
final class ContentTools {

    private static final String CONDITIONAL_SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
             "$defs":{"address":{"$anchor":"addressDef","type":"object",
               "properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
             "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},
               "contactMethod":{"type":"string","enum":["phone","email"]},
               "phone":{"type":"string"},"email":{"type":"string"}},
             "allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],
             "if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},
             "then":{"required":["phone"]},"else":{"required":["email"]},
             "additionalProperties":false}""";

    private static final String REGION = """
            {"type":"object","properties":{"region":{"type":"string","x-mcp-header":"Region"}},
             "required":["region"]}""";

    private static final Executor LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private ContentTools() {}

    static List<Tool> all() {
        return List.of(
                Fixture.tool("test_simple_text", call -> Fixture.said("This is a simple text response for testing.")),
                Fixture.tool("test_image_content", call -> ToolResult.of(Fixture.PICTURE)),
                Fixture.tool("test_audio_content", call -> ToolResult.of(Fixture.SOUND)),
                Fixture.tool("test_embedded_resource", call -> ToolResult.of(embedded())),
                Fixture.tool("test_multiple_content_types", call -> mixed()),
                Fixture.tool("test_error_handling", ContentTools::refuse),
                Fixture.tool("test_tool_with_progress", ContentTools::work),
                Fixture.tool("test_tool_with_logging", ContentTools::report),
                Fixture.tool("test_logging_tool", ContentTools::report),
                Fixture.tool("json_schema_2020_12_tool", CONDITIONAL_SCHEMA, call -> Fixture.said("understood")),
                Fixture.tool(
                        "test_x_mcp_header",
                        REGION,
                        call -> Fixture.said("in " + call.arguments().text("region"))),
                Fixture.tool("test_reconnection", call -> Fixture.said("The connection was there all the time.")));
    }

    private static Content embedded() {
        return Fixture.embedded("test://embedded-resource", "text/plain", "This is an embedded resource content.");
    }

    private static ToolResult mixed() {
        return ToolResult.of(
                new Content.Text("Multiple content types test:"),
                Fixture.PICTURE,
                Fixture.embedded("test://mixed-content-resource", "application/json", """
                        {"test":"data","value":123}"""));
    }

    private static ToolResult refuse(ToolCall call) {
        throw new ToolFailure(
                "INTENDED", "This tool intentionally returns an error for testing", false, List.of(), null);
    }

    /** Takes its time: the TypeScript client drops progress that arrives together with the result. */
    private static ToolResult work(ToolCall call) {
        for (String stage : List.of("begun", "half done", "nearly done")) {
            call.progress().stage(stage, 1);
            CompletableFuture.runAsync(() -> call.progress().advance(1), LATER).join();
        }
        return Fixture.said("The work is done.");
    }

    private static ToolResult report(ToolCall call) {
        call.log(LogLevel.INFO, "Tool execution started");
        call.log(LogLevel.INFO, "Tool processing data");
        call.log(LogLevel.INFO, "Tool execution completed");
        return Fixture.said("The log has it.");
    }
}
