package io.catalogbridge.server.protocol.http;

import tools.jackson.databind.node.ObjectNode;

/**
 * How the server is.
 *
 * @param ready  whether requests can be answered
 * @param detail for operators; holds no secret
 */
public record Health(boolean ready, ObjectNode detail) {}
