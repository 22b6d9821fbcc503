package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.ResourceUpdates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client listens to until it loses interest (MCP 2026-07-28, subscriptions). Thread-safe. */
public final class Subscription implements AutoCloseable {

    private static final int MAX_WATCHES = 100;

    private final ModernEra era;
    private final Announcements announcements;
    private final List<ResourceUpdates.Watch> watches;

    private Subscription(ModernEra era, Announcements announcements, List<ResourceUpdates.Watch> watches) {
        this.era = era;
        this.announcements = announcements;
        this.watches = watches;
    }

    /** Acknowledges what can be listened to, and announces that from then on. Lists never change, so only resources can. */
    static Subscription open(Object id, Params params, Methods methods, ModernEra era, Notifier notifier)
            throws Refusal {
        if (params.any("notifications") == null) {
            throw Refusal.invalidParams("'notifications' says what to listen to");
        }
        Set<String> honoured = honoured(params.object("notifications").any("resourceSubscriptions"), methods);
        Announcements announcements = new Announcements(id, notifier);
        List<ResourceUpdates.Watch> watches = honoured.stream()
                .map(uri -> methods.surface().updates().watch(uri, () -> announcements.updated(uri)))
                .toList();
        announcements.acknowledge(acknowledgement(honoured));
        return new Subscription(era, announcements, watches);
    }

    private static ObjectNode acknowledgement(Set<String> honoured) {
        ObjectNode params = Wire.object();
        ObjectNode filter = params.putObject("notifications");
        if (!honoured.isEmpty()) {
            ArrayNode uris = filter.putArray("resourceSubscriptions");
            honoured.forEach(uris::add);
        }
        return params;
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

    int size() {
        return watches.size();
    }

    /** Whether anything can ever be announced. */
    public boolean empty() {
        return watches.isEmpty();
    }

    /** The result that ends the stream when the server ends it. */
    public ObjectNode result() {
        return era.signed(announcements.stamped(Wire.object()), "complete");
    }

    @Override
    public void close() {
        watches.forEach(ResourceUpdates.Watch::close);
    }
}
