package io.catalogbridge.connectors.sandbox.aws;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations on versions of tables. The current version is the table itself; older ones are kept beside it. */
final class TableVersions {

    private static final int PAGE = 100;
    private static final long NEWEST_POSSIBLE = 9_999_999_999L;

    private final State state;

    TableVersions(State state) {
        this.state = state;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "GetTableVersion", new GlueOperation(GlueShapes.GET_TABLE_VERSION, this::one),
                "GetTableVersions", new GlueOperation(GlueShapes.GET_TABLE_VERSIONS, this::page),
                "DeleteTableVersion", new GlueOperation(GlueShapes.DELETE_TABLE_VERSION, this::delete),
                "BatchDeleteTableVersion", new GlueOperation(GlueShapes.BATCH_DELETE_TABLE_VERSION, this::deleteAll));
    }

    /** Counts downwards, so that versions sort from the newest to the oldest, as Glue lists them. */
    static Key key(TableAddress table, long version) {
        return table.versions().child("%010d".formatted(NEWEST_POSSIBLE - version));
    }

    private ObjectNode one(Request request) {
        Optional<String> wanted = request.optionalText("VersionId");
        Document version = state.read(view -> find(view, request.table(), wanted));
        ObjectNode answer = Json.object();
        answer.set("TableVersion", described(version));
        return answer;
    }

    private static Document find(View view, TableAddress address, Optional<String> wanted) {
        Document current = address.in(view);
        String version = wanted.orElseGet(() -> versionOf(current));
        return versionOf(current).equals(version) ? current : archived(view, address, version);
    }

    private ObjectNode page(Request request) {
        TableAddress address = request.table();
        PageRequest wanted = request.page(PAGE);
        Page<Document> page = state.read(view -> Page.of(
                versions(view, address, wanted),
                wanted.size(),
                version -> key(address, Long.parseLong(versionOf(version))).relativeTo(address.versions())));
        ArrayNode versions = Json.array();
        page.items().forEach(version -> versions.add(described(version)));
        ObjectNode answer = Json.object();
        answer.set("TableVersions", versions);
        return page.addTokenTo(answer);
    }

    private static Stream<Document> versions(View view, TableAddress address, PageRequest wanted) {
        Document current = address.in(view);
        Stream<Document> archived =
                view.below(address.versions(), wanted.last()).map(Map.Entry::getValue);
        return wanted.last().isEmpty() ? Stream.concat(Stream.of(current), archived) : archived;
    }

    private ObjectNode delete(Request request) {
        remove(request.table(), request.text("VersionId"));
        return Json.object();
    }

    private ObjectNode deleteAll(Request request) {
        TableAddress address = request.table();
        state.read(address::in);
        ArrayNode errors = Json.array();
        for (String version : request.texts("VersionIds")) {
            ObjectNode item = Json.object().put("TableName", address.name()).put("VersionId", version);
            BatchErrors.collect(errors, item, () -> remove(address, version));
        }
        return BatchErrors.answer(errors);
    }

    private void remove(TableAddress address, String version) {
        state.write(draft -> {
            if (versionOf(address.in(draft)).equals(version)) {
                throw AwsError.invalidInput("The current version of a table cannot be deleted.");
            }
            archived(draft, address, version);
            draft.remove(key(address, Long.parseLong(version)));
        });
    }

    private static Document archived(View view, TableAddress address, String version) {
        Optional<Document> found =
                version.matches("\\d{1,9}") ? view.find(key(address, Long.parseLong(version))) : Optional.empty();
        return found.orElseThrow(() -> AwsError.notFound("Version not found."));
    }

    private static String versionOf(Document table) {
        return table.tree().path("VersionId").asString();
    }

    private static ObjectNode described(Document table) {
        ObjectNode described = Json.object();
        described.put("VersionId", versionOf(table));
        described.putRawValue("Table", table.raw());
        return described;
    }
}
