package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.aws.Shape.Characters;
import io.catalogbridge.connectors.sandbox.aws.Shape.MapOf;
import io.catalogbridge.connectors.sandbox.aws.Shape.Structure;
import io.catalogbridge.connectors.sandbox.aws.Shape.Text;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets a test play the person who changes a table in the AWS console: texts and parameters only, with the same checks and the same
 * new version as any other update.
 */
final class HumanEdits {

    private static final Text TEXT = new Text(0, Integer.MAX_VALUE, Characters.ANY);
    private static final MapOf TEXTS = new MapOf(TEXT, TEXT, Integer.MAX_VALUE);
    private static final Structure INPUT = Structure.empty()
            .required("database", TEXT)
            .required("table", TEXT)
            .optional("catalog", TEXT)
            .optional("description", TEXT)
            .optional("columnComments", TEXTS)
            .optional("parameters", TEXTS);

    private final State state;
    private final Tables tables;
    private final Clock clock;
    private final Caller person;

    HumanEdits(State state, AwsSettings settings, Clock clock) {
        this.state = state;
        this.tables = new Tables(state, settings.quotas());
        this.clock = clock;
        this.person = Caller.user(settings.accountId(), "person-at-the-console", "PERSON");
    }

    /**
     * Makes one edit.
     *
     * @param body {@code {database, table, catalog?, description?, columnComments?: {column: comment}, parameters?: {key: value}}};
     *     what it does not name stays as it is
     * @return {@code {VersionId}}
     * @throws AwsError when the table or a column does not exist, or a text breaks a limit of Glue
     */
    ObjectNode apply(JsonNode body) {
        ObjectNode edit = INPUT.accept(body);
        String catalog = edit.path("catalog").asString(person.accountId());
        TableAddress address = new DatabaseAddress(
                        catalog, edit.path("database").asString())
                .table(edit.path("table").asString());
        String version = state.decide(draft -> {
            ObjectNode table = GlueShapes.TABLE_INPUT.accept(address.in(draft).tree());
            change(table, edit);
            return tables.replace(draft, address, update(catalog, table));
        });
        return Json.object().put("VersionId", version);
    }

    private Request update(String catalog, ObjectNode table) {
        ObjectNode input = Json.object();
        input.set("TableInput", GlueShapes.TABLE_INPUT.accept(table));
        return new Request(person, catalog, clock.instant().getEpochSecond(), input);
    }

    private static void change(ObjectNode table, ObjectNode edit) {
        edit.optional("description").ifPresent(text -> table.set("Description", text));
        edit.path("columnComments")
                .propertyStream()
                .forEach(comment -> column(table, comment.getKey()).set("Comment", comment.getValue()));
        if (edit.get("parameters") instanceof ObjectNode parameters) {
            table.withObject("Parameters").setAll(parameters);
        }
    }

    private static ObjectNode column(ObjectNode table, String name) {
        return table.path("StorageDescriptor")
                .path("Columns")
                .valueStream()
                .filter(column -> column.path("Name").asString().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(() -> AwsError.notFound("Column " + name + " not found."));
    }
}
