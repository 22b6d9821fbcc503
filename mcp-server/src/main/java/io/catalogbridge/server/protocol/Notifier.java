package io.catalogbridge.server.protocol;

import tools.jackson.databind.node.ObjectNode;

/** Sends a notification that belongs to a request. Implementations are thread-safe and never fail. */
@FunctionalInterface
public interface Notifier {

    void send(String method, ObjectNode params);
}
