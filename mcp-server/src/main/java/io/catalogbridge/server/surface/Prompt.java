package io.catalogbridge.server.surface;

import java.util.List;
import java.util.Map;

/** A beginning of a conversation that a person chooses. Implementations are thread-safe and keep no state between calls. */
public interface Prompt {

    Definition definition();

    /**
     * Fills the prompt in.
     *
     * @param arguments by name; the required ones are there, none is unknown
     * @throws ToolFailure if an argument names something that does not exist
     */
    Messages fill(Map<String, String> arguments, CallScope scope);

    /** Values for an argument, as {@link ResourceFamily#complete}. */
    default Completion complete(String argument, String typed, Map<String, String> chosen) {
        return Completion.NONE;
    }

    /**
     * What the client is told about a prompt.
     *
     * @param name  {@code verb_noun}
     * @param title for people
     */
    record Definition(String name, String title, String description, List<Argument> arguments) {
        public Definition {
            arguments = List.copyOf(arguments);
        }
    }

    /** Something that the person fills in. */
    record Argument(String name, String description, boolean required) {}

    /** What the conversation begins with. */
    record Messages(String description, List<Message> messages) {
        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /** One message of it. */
    record Message(Role role, Content content) {}

    /** Who speaks. */
    enum Role {
        USER,
        ASSISTANT
    }
}
