package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Completion;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.Prompt;
import io.catalogbridge.server.surface.Question;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Prompts of every kind of content, one of which asks its client. */
record FixturePrompts(Definition definition, BiFunction<Map<String, String>, CallScope, List<Content>> body)
        implements Prompt {

    private static final String CONTEXT = """
            {"type":"object","properties":{"context":{"type":"string"}},"required":["context"]}""";

    static List<Prompt> all() {
        return List.of(
                prompt("test_simple_prompt", (given, scope) -> text("This is a simple prompt for testing.")),
                prompt(
                        "test_prompt_with_arguments",
                        (given, scope) -> text("Prompt with arguments: arg1='" + given.get("arg1") + "', arg2='"
                                + given.get("arg2") + "'"),
                        "arg1",
                        "arg2"),
                prompt(
                        "test_prompt_with_embedded_resource",
                        (given, scope) -> List.of(
                                Fixture.embedded(
                                        given.getOrDefault("resourceUri", ""),
                                        "text/plain",
                                        "Embedded resource content for testing."),
                                new Content.Text("Please process the embedded resource above.")),
                        "resourceUri"),
                prompt(
                        "test_prompt_with_image",
                        (given, scope) ->
                                List.of(Fixture.PICTURE, new Content.Text("Please analyze the image above."))),
                prompt(
                        "test_input_required_result_prompt",
                        (given, scope) -> text("With " + scope.ask(context()).content())));
    }

    private static Question context() {
        return Fixture.form("user_context", "What context should the prompt use?", CONTEXT);
    }

    private static List<Content> text(String text) {
        return List.of(new Content.Text(text));
    }

    private static Prompt prompt(
            String name, BiFunction<Map<String, String>, CallScope, List<Content>> body, String... arguments) {
        List<Argument> required = Stream.of(arguments)
                .map(argument -> new Argument(argument, "Any text.", true))
                .toList();
        return new FixturePrompts(new Definition(name, name, "Says what the suite expects.", required), body);
    }

    @Override
    public Messages fill(Map<String, String> arguments, CallScope scope) {
        return new Messages(
                definition.description(),
                body.apply(arguments, scope).stream()
                        .map(content -> new Message(Role.USER, content))
                        .toList());
    }

    @Override
    public Completion complete(String argument, String typed, Map<String, String> chosen) {
        return Completion.of(Stream.of("testValue1", "testValue2")
                .filter(value -> value.startsWith(typed))
                .toList());
    }
}
