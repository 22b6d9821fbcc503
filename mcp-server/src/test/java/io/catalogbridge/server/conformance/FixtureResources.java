package io.catalogbridge.server.conformance;

import io.catalogbridge.server.surface.CallScope;
import io.catalogbridge.server.surface.Content;
import io.catalogbridge.server.surface.ResourceContents;
import io.catalogbridge.server.surface.ResourceDefinition;
import io.catalogbridge.server.surface.ResourceFamily;
import io.catalogbridge.server.surface.ResourceUpdates;
import io.catalogbridge.server.surface.TemplateDefinition;
import io.catalogbridge.server.surface.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Resources of every kind, one of which changes whenever the tool {@code test_touch_resource} is called. Thread-safe. */
final class FixtureResources implements ResourceFamily, ResourceUpdates {

    private static final String TEXT = "test://static-text";
    private static final String BINARY = "test://static-binary";
    private static final String WATCHED = "test://watched-resource";
    private static final String TEMPLATE = "test://template/{id}/data";

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger touched = new AtomicInteger();

    /** Equal to itself only. */
    private static final class Watcher {

        private final Runnable changed;

        private Watcher(Runnable changed) {
            this.changed = changed;
        }
    }

    @Override
    public List<ResourceDefinition> listed() {
        return List.of(
                new ResourceDefinition(TEXT, "static-text", "Text", "Always the same.", "text/plain"),
                new ResourceDefinition(BINARY, "static-binary", "Picture", "Always the same.", "image/png"),
                new ResourceDefinition(WATCHED, "watched-resource", "Watched", "Changes now and then.", "text/plain"));
    }

    @Override
    public List<TemplateDefinition> templates() {
        return List.of(
                new TemplateDefinition(TEMPLATE, "template", "Template", "One for each id.", "application/json"));
    }

    @Override
    public Optional<ResourceContents> read(String uri, CallScope scope) {
        return switch (uri) {
            case TEXT -> Optional.of(text(uri, "This is the content of the static text resource."));
            case WATCHED -> Optional.of(text(uri, "Changed " + touched.get() + " times."));
            case BINARY -> Optional.of(picture(uri));
            default -> byTemplate(uri);
        };
    }

    private static ResourceContents text(String uri, String text) {
        return ResourceContents.text(uri, "text/plain", text);
    }

    private static ResourceContents picture(String uri) {
        Content.Image picture = (Content.Image) Fixture.PICTURE;
        return new ResourceContents(uri, picture.mimeType(), picture.data(), true, Map.of());
    }

    private static Optional<ResourceContents> byTemplate(String uri) {
        if (!uri.matches("test://template/\\w+/data")) {
            return Optional.empty();
        }
        String id = uri.split("/", -1)[3];
        return Optional.of(ResourceContents.text(uri, "application/json", """
                {"id":"%s","templateTest":true,"data":"Data for ID: %s"}""".formatted(id, id)));
    }

    @Override
    public boolean watchable(String uri) {
        return uri.equals(WATCHED);
    }

    @Override
    public Watch watch(String uri, Runnable changed) {
        Watcher watcher = new Watcher(changed);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** A tool that changes the watched resource. */
    Tool touching() {
        return Fixture.tool("test_touch_resource", call -> {
            int count = touched.incrementAndGet();
            watchers.forEach(watcher -> watcher.changed.run());
            return Fixture.said("touched " + count);
        });
    }
}
