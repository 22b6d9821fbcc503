package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ResourceUpdates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client listens to until it loses interest (MCP 2026-07-28, subscriptions). Thread-safe. */
public final class Subscription implements AutoCloseable {

    private static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";
    private static final int MAX_WATCHES = 100;

    private final Object id;
    private final ModernEra era;
    private final Notifier notifier;
    private final List<ResourceUpdates.Watch> watches = new ArrayList<>();

    private Subscription(Object id, ModernEra era, Notifier notifier) {
        this.id = id;
        this.era = era;
        this.notifier = notifier;
    }

    /** Acknowledges what can be listened to, and announces that from then on. Lists never change, so only resources can. */
    static Subscription open(Object id, Params params, Methods methods, ModernEra era, Notifier notifier)
            throws Refusal {
        if (params.any("notifications") == null) {
            throw Refusal.invalidParams("'notifications' says what to listen to");
        }
        Set<String> uris = honoured(params.object("notifications").any("resourceSubscriptions"), methods);
        Subscription subscription = new Subscription(id, era, notifier);
        subscription.begin(uris, methods.surface().updates());
        return subscription;
    }

    private static Set<String> honoured(@Nullable Object wanted, Methods methods) throws Refusal {
        Set<String> honoured = new LinkedHashSet<>();
        if (wanted instanceof List<?> uris) {
            for (Object uri : uris) {
                if (uri instanceof String text && methods.watchable(text)) {
                    honoured.add(text);
                }
            }
        } else if (wanted != null) {
            throw Refusal.invalidParams("'notifications.resourceSubscriptions' must be a list of URIs");
        }
        if (honoured.size() > MAX_WATCHES) {
            throw Refusal.invalidParams("one subscription may watch " + MAX_WATCHES + " resources");
        }
        return honoured;
    }

    /** What changes from now on is announced, but nothing before the acknowledgement: {@link #announce} waits for it. */
    private synchronized void begin(Set<String> uris, ResourceUpdates updates) {
        uris.forEach(uri -> watches.add(updates.watch(uri, () -> announce(uri))));
        ObjectNode acknowledged = Wire.object();
        ObjectNode filter = acknowledged.putObject("notifications");
        if (!uris.isEmpty()) {
            ArrayNode array = filter.putArray("resourceSubscriptions");
            uris.forEach(array::add);
        }
        notifier.send("notifications/subscriptions/acknowledged", stamped(acknowledged));
    }

    private synchronized void announce(String uri) {
        notifier.send("notifications/resources/updated", stamped(Wire.object().put("uri", uri)));
    }

    private ObjectNode stamped(ObjectNode params) {
        params.withObjectProperty("_meta").putPOJO(SUBSCRIPTION_ID, id);
        return params;
    }

    int size() {
        return watches.size();
    }

    /** Whether anything can ever be announced. */
    public boolean empty() {
        return watches.isEmpty();
    }

    /** The result that ends the stream when the server ends it. */
    public ObjectNode result() {
        return era.signed(stamped(Wire.object()), "complete");
    }

    @Override
    public void close() {
        watches.forEach(ResourceUpdates.Watch::close);
    }
}
