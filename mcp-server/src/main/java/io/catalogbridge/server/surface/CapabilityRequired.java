package io.catalogbridge.server.surface;

import java.util.Map;

/** A call that makes no sense for a client that has not declared a capability, such as {@code sampling}. */
public final class CapabilityRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String capability;
    private final boolean extension;

    public CapabilityRequired(String capability) {
        this(capability, false);
    }

    private CapabilityRequired(String capability, boolean extension) {
        super(
                "the client must declare the " + (extension ? "extension" : "capability") + " '" + capability + "'",
                null,
                false,
                false);
        this.capability = capability;
        this.extension = extension;
    }

    /** For work that can only be done as a task, by callers that do not {@linkplain ToolCall#acceptsTask accept one}. */
    public static CapabilityRequired tasks() {
        return new CapabilityRequired("io.modelcontextprotocol/tasks", true);
    }

    public String capability() {
        return capability;
    }

    /** What is missing, as a client declares it. */
    public Map<String, Object> declaration() {
        return extension ? Map.of("extensions", Map.of(capability, Map.of())) : Map.of(capability, Map.of());
    }
}
