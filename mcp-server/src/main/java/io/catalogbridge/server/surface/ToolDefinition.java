package io.catalogbridge.server.surface;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant is told about a tool.
 *
 * @param name         {@code verb_noun}
 * @param title        for people
 * @param description  what it does, when to use it, what comes next
 * @param inputSchema  JSON Schema 2020-12 of the arguments
 * @param outputSchema JSON Schema 2020-12 of the structured result; empty if there is only content
 * @param effect       what calling it does to the world
 * @param ui           URI of the resource with which a host may show the result; absent if there is none
 */
public record ToolDefinition(
        String name,
        String title,
        String description,
        Map<String, Object> inputSchema,
        Map<String, Object> outputSchema,
        Effect effect,
        @Nullable String ui) {

    /** Without a resource to show it with. */
    public ToolDefinition(
            String name,
            String title,
            String description,
            Map<String, Object> inputSchema,
            Map<String, Object> outputSchema,
            Effect effect) {
        this(name, title, description, inputSchema, outputSchema, effect, null);
    }

    /** The same, shown with this resource by hosts that can. */
    public ToolDefinition shownWith(String uri) {
        return new ToolDefinition(name, title, description, inputSchema, outputSchema, effect, uri);
    }

    /** One effect class for each tool; protocols derive their hints from it. */
    public enum Effect {
        /** Reads our own store. */
        READ(true, false, true, false),
        /** Looks at other systems, too; stores and changes nothing. */
        EXAMINE(true, false, true, true),
        /** Changes what we keep ourselves, in a way that can be taken back; nothing outside. */
        EDIT(false, false, true, false),
        /** Reads other systems and stores what it found; changes nothing outside. */
        DISCOVER(false, false, true, true),
        /** Changes the target, perhaps by deleting. */
        WRITE(false, true, true, true);

        private final boolean readOnly;
        private final boolean destructive;
        private final boolean idempotent;
        private final boolean openWorld;

        Effect(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
            this.readOnly = readOnly;
            this.destructive = destructive;
            this.idempotent = idempotent;
            this.openWorld = openWorld;
        }

        public boolean readOnly() {
            return readOnly;
        }

        /** Whether somebody may have to answer for it: not offered where all is read-only. */
        public boolean writes() {
            return this == EDIT || this == WRITE;
        }

        public boolean destructive() {
            return destructive;
        }

        public boolean idempotent() {
            return idempotent;
        }

        public boolean openWorld() {
            return openWorld;
        }
    }
}
