package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.Bodies;
import io.catalogbridge.connectors.http.BodyReader.MalformedBody;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DefinitionCache;
import io.catalogbridge.connectors.spi.DefinitionCache.CachedDefinition;
import io.catalogbridge.mapping.catalog.AssetKind;
import io.catalogbridge.mapping.catalog.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one asset: its definition and, if it is exposed, its {@code $metadata}; neither, if it has not changed. */
final class AssetReader {

    private static final Logger LOG = LoggerFactory.getLogger(AssetReader.class);
    private static final String CONSUMPTION_PATHS = "/api/v1/";

    private final Clock clock;
    private final CoreApi core;
    private final TenantAddress tenant;
    private final DefinitionCache cache;
    private final SnapshotSink sink;
    private final MentionedSpaces mentioned;
    private final Outage outage;

    AssetReader(
            CoreApi core,
            TenantAddress tenant,
            DefinitionCache cache,
            SnapshotSink sink,
            MentionedSpaces mentioned,
            Outage outage,
            Clock clock) {
        this.clock = clock;
        this.core = core;
        this.tenant = tenant;
        this.cache = cache;
        this.sink = sink;
        this.mentioned = mentioned;
        this.outage = outage;
    }

    private record Definition(AssetKind kind, JsonNode document) {}

    /** Whatever fails becomes a gap. */
    void read(AssetTask task) {
        Optional<ConnectorException> outageCause = outage.declared();
        if (outageCause.isPresent()) {
            sink.gap(task.id().text(), outageCause.get());
        } else if (!task.segment().hasDefinition()) {
            sink.facts(task.id(), task.facts(task.segment().kind()));
        } else if (!recall(task)) {
            attempt(task);
        }
    }

    private void attempt(AssetTask task) {
        try {
            fetch(task);
            outage.succeeded();
        } catch (ConnectorException error) {
            outage.failed(error);
            sink.gap(task.id().text(), error);
        }
    }

    private boolean recall(AssetTask task) {
        Optional<String> mark = task.changeMark();
        Optional<CachedDefinition> whole = mark.flatMap(known -> cache.find(task.id(), known));
        return whole.isPresent()
                ? deliver(task, whole.get())
                : mark.flatMap(known -> cache.find(task.id(), undescribedToday(known)))
                        .filter(partial -> deliver(task, partial))
                        .map(partial -> noteUndescribed(task))
                        .orElse(false);
    }

    /** What the tenant could not describe today it is not asked again before tomorrow. */
    private String undescribedToday(String mark) {
        return mark + "|undescribed on " + LocalDate.now(clock);
    }

    /** False if what was kept has been damaged. */
    private boolean deliver(AssetTask task, CachedDefinition known) {
        try {
            JsonNode document = Bodies.json(known.document().getBytes(StandardCharsets.UTF_8));
            deliver(task, new Definition(known.kind(), document));
            known.metadata().ifPresent(xml -> sink.metadata(task.id(), xml.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (MalformedBody damaged) {
            return false;
        }
    }

    private void fetch(AssetTask task) {
        Optional<Definition> definition = definition(task);
        if (definition.isPresent()) {
            deliver(task, definition.get());
            keep(task, definition.get(), description(task));
        } else if (task.listed().isPresent()) {
            sink.gap(
                    task.id().text(),
                    "The object vanished between being listed and being read; it was deleted or renamed");
        } else {
            fetchDescriptionOnly(task);
        }
    }

    /** Of some assets only the catalog knows. */
    private void fetchDescriptionOnly(AssetTask task) {
        sink.facts(task.id(), task.facts(null));
        Optional<HttpUrl> url = metadataUrl(task);
        if (url.isPresent()) {
            sink.metadata(task.id(), core.metadata(task.id().text(), url.get()).orThrow());
        }
    }

    private void deliver(AssetTask task, Definition definition) {
        mentioned.note(definition.document());
        sink.facts(task.id(), task.facts(definition.kind()));
        sink.definition(task.id().space(), task.id().name(), definition.kind(), definition.document());
    }

    /** Looks in the list's own type first, then in the one that it is easily mistaken for. */
    private Optional<Definition> definition(AssetTask task) {
        ObjectSegment segment = task.segment();
        return definition(task, segment).or(() -> segment.sibling().flatMap(sibling -> definition(task, sibling)));
    }

    private Optional<Definition> definition(AssetTask task, ObjectSegment segment) {
        Fetched<JsonNode> answer =
                core.object(task.id().space(), segment, task.id().name());
        return answer.refusedWith(404)
                ? Optional.empty()
                : Optional.of(new Definition(segment.kind(), withoutDrawing(answer.orThrow())));
    }

    /** The editor's drawing is most of the bytes and none of the meaning. */
    private static JsonNode withoutDrawing(JsonNode document) {
        document.path("editorSettings").forEach(settings -> {
            if (settings instanceof ObjectNode object) {
                object.remove("uiModel");
            }
        });
        return document;
    }

    private Optional<HttpUrl> metadataUrl(AssetTask task) {
        return task.metadataUrl()
                .flatMap(tenant::onThisHost)
                .filter(url -> url.encodedPath().startsWith(CONSUMPTION_PATHS));
    }

    /** The {@code $metadata} of an asset whose definition is known; without it, less is known, but nothing is missing. */
    private Optional<String> description(AssetTask task) {
        Optional<HttpUrl> url = metadataUrl(task);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] xml = core.metadata(task.id().text(), url.get()).orThrow();
            sink.metadata(task.id(), xml);
            return Optional.of(new String(xml, StandardCharsets.UTF_8));
        } catch (ConnectorException error) {
            LOG.info("{}: {}", task.id(), error.getMessage());
            noteUndescribed(task);
            return Optional.empty();
        }
    }

    /** Worded alike in every run; the reason, which has its own correlation id each time, is in the log. */
    private boolean noteUndescribed(AssetTask task) {
        sink.finding(Finding.warning(
                "metadata-not-served",
                task.id().text(),
                "The catalog offers the asset, but the tenant fails to describe it in $metadata",
                "Deploy the object again; its columns are taken from the definition alone until then."));
        return true;
    }

    private void keep(AssetTask task, Definition definition, Optional<String> description) {
        boolean whole = description.isPresent() || metadataUrl(task).isEmpty();
        task.changeMark()
                .map(mark -> whole ? mark : undescribedToday(mark))
                .ifPresent(mark -> cache.keep(
                        task.id(),
                        mark,
                        new CachedDefinition(
                                definition.kind(), definition.document().toString(), description)));
    }
}
