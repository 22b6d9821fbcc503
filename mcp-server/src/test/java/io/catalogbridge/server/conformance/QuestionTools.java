package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolCall;
import io.catalogbridge.server.surface.ToolResult;
import java.util.List;
import java.util.Map;

/** Tools that ask their client. */
final class QuestionTools {

    private static final String NAME = """
            {"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""";
    private static final String COLOR = """
            {"type":"object","properties":{"color":{"type":"string"}},"required":["color"]}""";
    private static final String OK = """
            {"type":"object","properties":{"ok":{"type":"boolean"}},"required":["ok"]}""";

    private static final String ACCOUNT = """
            {"type":"object","properties":{
              "username":{"type":"string","description":"User's response"},
              "email":{"type":"string","description":"User's email address"}},
             "required":["username","email"]}""";

    private static final String DEFAULTS = """
            {"type":"object","properties":{
              "name":{"type":"string","default":"John Doe"},
              "age":{"type":"integer","default":30},
              "score":{"type":"number","default":95.5},
              "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},
              "verified":{"type":"boolean","default":true}}}""";

    private static final String CHOICES = """
            {"type":"object","properties":{
              "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
              "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},
                {"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
              "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],
                "enumNames":["Option One","Option Two","Option Three"]},
              "untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},
              "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},
                {"const":"value2","title":"Second Choice"},{"const":"value3","title":"Third Choice"}]}}}}""";

    private QuestionTools() {}

    static List<Tool> all() {
        return List.of(
                Fixture.tool(
                        "test_sampling",
                        required("prompt"),
                        call -> sampled(call, call.arguments().text("prompt"))),
                Fixture.tool(
                        "test_elicitation",
                        required("message"),
                        call -> elicited(call, call.arguments().text("message"), ACCOUNT)),
                Fixture.tool("test_elicitation_sep1034_defaults", call -> elicited(call, "Please review", DEFAULTS)),
                Fixture.tool("test_elicitation_sep1330_enums", call -> elicited(call, "Please choose", CHOICES)),
                Fixture.tool("test_missing_capability", call -> {
                    throw new CapabilityRequired("sampling");
                }),
                Fixture.tool("test_streaming_elicitation", call -> elicited(call, "Go on?", OK)),
                Fixture.tool("test_input_required_result_elicitation", QuestionTools::greet),
                Fixture.tool(
                        "test_input_required_result_sampling",
                        call -> Fixture.said(String.valueOf(call.ask(capital()).content()))),
                Fixture.tool(
                        "test_input_required_result_list_roots",
                        call -> Fixture.said(String.valueOf(
                                call.ask(Fixture.roots("client_roots")).content()))),
                Fixture.tool("test_input_required_result_request_state", QuestionTools::confirm),
                Fixture.tool("test_input_required_result_tampered_state", QuestionTools::confirm),
                Fixture.tool("test_input_required_result_multiple_inputs", QuestionTools::several),
                Fixture.tool("test_input_required_result_multi_round", QuestionTools::inTurn),
                Fixture.tool("test_input_required_result_capabilities", QuestionTools::whateverCanBeAsked));
    }

    private static String required(String argument) {
        return """
                {"type":"object","properties":{"%s":{"type":"string"}},"required":["%s"]}""".formatted(argument, argument);
    }

    private static ToolResult sampled(ToolCall call, String prompt) {
        Reply reply = call.ask(Fixture.sampling("sample", prompt, 100));
        if (reply.kind() == Reply.Kind.UNAVAILABLE) {
            throw new CapabilityRequired("sampling");
        }
        return Fixture.said("LLM response: " + reply.content());
    }

    private static ToolResult elicited(ToolCall call, String message, String schema) {
        Reply reply = call.ask(Fixture.form("details", message, schema));
        return Fixture.said("User response: action=" + reply.kind() + ", content=" + reply.content());
    }

    private static ToolResult greet(ToolCall call) {
        Reply reply = call.ask(Fixture.form("user_name", "What is your name?", NAME));
        return Fixture.said("Hello, " + reply.content().get("name") + "!");
    }

    private static Question capital() {
        return Fixture.sampling("capital_question", "What is the capital of France?", 100);
    }

    /** Counts only what was said to this very question. */
    private static ToolResult confirm(ToolCall call) {
        Reply reply = call.ask(Question.form("confirm", "Please confirm", Fixture.object(OK)));
        return Fixture.said(
                reply.accepted() && Boolean.TRUE.equals(reply.content().get("ok")) ? "state-ok" : "not confirmed");
    }

    private static ToolResult several(ToolCall call) {
        Map<String, Reply> replies = call.ask(List.of(
                Fixture.form("user_name", "What is your name?", NAME),
                Fixture.sampling("greeting", "Generate a greeting", 50),
                Fixture.roots("client_roots")));
        return Fixture.said("answered: " + replies.keySet());
    }

    private static ToolResult inTurn(ToolCall call) {
        Reply name = call.ask(Fixture.form("step1", "Step 1: What is your name?", NAME));
        Reply color = call.ask(Fixture.form("step2", "Step 2: What is your favorite color?", COLOR));
        return Fixture.said(
                name.content().get("name") + " likes " + color.content().get("color"));
    }

    private static ToolResult whateverCanBeAsked(ToolCall call) {
        Map<String, Reply> replies =
                call.ask(List.of(Fixture.form("user_name", "What is your name?", NAME), capital()));
        return Fixture.said("answered: " + replies.keySet());
    }
}
