package io.catalogbridge.mapping.csn;

import io.catalogbridge.mapping.catalog.DataProcess.TaskLink;
import io.catalogbridge.mapping.csn.Draft.ChainContent;
import io.catalogbridge.mapping.csn.Draft.DraftTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a task chain: what it runs, and in which order. */
final class TaskChainReader {

    private TaskChainReader() {}

    static ChainContent read(JsonNode chain) {
        JsonNode body = chain.has("nodes") ? chain : chain.path("contents");
        List<DraftTask> tasks = Json.oneOrMany(body.path("nodes")).stream()
                .map(TaskChainReader::task)
                .toList();
        List<TaskLink> links = Json.oneOrMany(body.path("links")).stream()
                .map(TaskChainReader::link)
                .flatMap(Optional::stream)
                .toList();
        return new ChainContent(tasks, links);
    }

    private static DraftTask task(JsonNode node) {
        JsonNode identifier = node.path("taskIdentifier");
        return new DraftTask(
                Json.textOrEmpty(node.path("id")),
                textOr(identifier, "applicationId", Json.textOrEmpty(node.path("type"))),
                textOr(identifier, "activity", ""),
                nonEmpty(Json.text(identifier, "spaceId")),
                nonEmpty(Json.text(identifier, "objectId")));
    }

    private static String textOr(JsonNode node, String property, String otherwise) {
        return Stream.of(Json.text(node, property))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable String nonEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static Optional<TaskLink> link(JsonNode link) {
        String from = Json.text(link.path("startNode"), "nodeId");
        String to = Json.text(link.path("endNode"), "nodeId");
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new TaskLink(from, to, Json.text(link.path("startNode"), "statusRequired")));
    }
}
