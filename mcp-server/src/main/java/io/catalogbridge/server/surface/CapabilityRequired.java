package io.catalogbridge.server.surface;

/** A call that makes no sense for a client that has not declared a capability, such as {@code sampling}. */
public final class CapabilityRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String capability;

    public CapabilityRequired(String capability) {
        super("the client must declare the capability '" + capability + "'", null, false, false);
        this.capability = capability;
    }

    public String capability() {
        return capability;
    }
}
