package io.catalogbridge.server.protocol;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one subscription says. The acknowledgement comes first, and no change is lost that happens while it is on its way: what
 * is watched must therefore be watched before it is acknowledged. Thread-safe.
 */
final class Announcements {

    private static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";

    private final Object id;
    private final Notifier notifier;
    private final Set<String> early = new LinkedHashSet<>();
    private boolean acknowledged;

    /** @param id of the request that subscribed, which every notification carries */
    Announcements(Object id, Notifier notifier) {
        this.id = id;
        this.notifier = notifier;
    }

    synchronized void acknowledge(ObjectNode params) {
        notifier.send("notifications/subscriptions/acknowledged", stamped(params));
        acknowledged = true;
        early.forEach(this::send);
    }

    synchronized void updated(String uri) {
        if (acknowledged) {
            send(uri);
        } else {
            early.add(uri);
        }
    }

    private void send(String uri) {
        notifier.send("notifications/resources/updated", stamped(Wire.object().put("uri", uri)));
    }

    ObjectNode stamped(ObjectNode params) {
        params.withObjectProperty("_meta").putPOJO(SUBSCRIPTION_ID, id);
        return params;
    }
}
