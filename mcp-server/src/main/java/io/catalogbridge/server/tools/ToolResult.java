package io.catalogbridge.server.tools;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool answers.
 *
 * @param summary    one line for people and for models that read no structure
 * @param structured the result; conforms to the tool's output schema
 */
public record ToolResult(String summary, ObjectNode structured) {}
