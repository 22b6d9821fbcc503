package io.catalogbridge.server.tools;

import java.util.Map;

/**
 * What an assistant is told about a tool.
 *
 * @param name         {@code verb_noun}
 * @param title        for people
 * @param description  what it does, when to use it, what comes next
 * @param inputSchema  JSON Schema 2020-12 of the arguments
 * @param outputSchema JSON Schema 2020-12 of the structured result
 * @param effect       what calling it does to the world
 */
public record ToolDefinition(
        String name,
        String title,
        String description,
        Map<String, Object> inputSchema,
        Map<String, Object> outputSchema,
        Effect effect) {

    /** One effect class for each tool; protocols derive their hints from it. */
    public enum Effect {
        /** Reads our own store. */
        READ(true, false, true, false),
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
