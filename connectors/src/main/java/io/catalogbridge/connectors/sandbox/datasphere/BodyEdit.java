package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What saving an object does to its body. The body that it is given stays as it is. */
interface BodyEdit {

    /** The edited copy. */
    ObjectNode apply(TenantObject object);

    /**
     * The edit that a saving step asks for.
     *
     * @throws ChangeRejected when the step lacks a detail
     */
    static BodyEdit of(ChangeStep step) {
        return switch (step.action()) {
            case LABEL -> label(step);
            case ADD_COLUMN -> addColumn(step);
            case REMOVE_COLUMN -> removeColumn(step);
            case SHARE -> share(step);
            case SAVE ->
                object -> step.details().get("body") instanceof ObjectNode given
                        ? checked(given, object.type(), object.name())
                        : object.body().get();
            case CREATE, DEPLOY, DELETE, LEAVE, JOIN ->
                throw new ChangeRejected(step.action().wireName() + " edits no body");
        };
    }

    /** The object that a creating step describes. */
    static TenantObject newObject(ChangeStep step, Inventory inventory) {
        String typeName = step.required("type");
        ObjectType type = Arrays.stream(ObjectType.values())
                .filter(candidate -> candidate.typeName().equals(typeName))
                .findFirst()
                .orElseThrow(() -> new ChangeRejected("No such type: " + typeName));
        if (step.object().isEmpty() || !(step.details().get("body") instanceof ObjectNode body)) {
            throw new ChangeRejected("create needs \"object\" and \"body\"");
        }
        return TenantObject.of(step.object(), type, inventory, checked(body, type, step.object()));
    }

    private static ObjectNode checked(ObjectNode body, ObjectType type, String name) {
        if (!body.path(type.rootKey()).path(name).isObject()) {
            throw new ChangeRejected("The body has no " + type.rootKey() + "." + name);
        }
        return body;
    }

    private static BodyEdit label(ChangeStep step) {
        String label = step.required("label");
        return onDefinition((name, definition) -> {
            ObjectNode labelled =
                    step.text("column").isPresent() ? element(definition, name, step.required("column")) : definition;
            labelled.put("@EndUserText.label", label);
        });
    }

    private static BodyEdit addColumn(ChangeStep step) {
        String column = step.required("column");
        if (!(step.details().get("element") instanceof ObjectNode element)) {
            throw new ChangeRejected("addColumn needs \"element\"");
        }
        return onDefinition((name, definition) -> {
            definition.withObjectProperty("elements").set(column, element);
            if (queryColumns(definition) instanceof ArrayNode columns) {
                columns.addObject().putNull("val").put("as", column);
            }
        });
    }

    private static BodyEdit removeColumn(ChangeStep step) {
        String column = step.required("column");
        return onDefinition((name, definition) -> {
            element(definition, name, column);
            definition.withObjectProperty("elements").remove(column);
            if (queryColumns(definition) instanceof ArrayNode columns) {
                columns.removeIf(selected -> column.equals(resultName(selected)));
            }
        });
    }

    private static BodyEdit share(ChangeStep step) {
        String target = step.required("target");
        return object -> {
            ObjectNode body = object.body().get().deepCopy();
            body.withObjectProperty("sharing")
                    .withArrayProperty(object.name())
                    .addObject()
                    .put("spaceName", target);
            return body;
        };
    }

    private static JsonNode queryColumns(ObjectNode definition) {
        return definition.path("query").path("SELECT").path("columns");
    }

    private static String resultName(JsonNode selected) {
        JsonNode reference = selected.path("ref");
        return Json.text(selected, "as")
                .orElseGet(() -> reference.path(reference.size() - 1).stringValue(""));
    }

    private static ObjectNode element(ObjectNode definition, String object, String column) {
        if (definition.path("elements").path(column) instanceof ObjectNode element) {
            return element;
        }
        throw new ChangeRejected("No such column: " + object + "." + column);
    }

    /** An edit of the definition inside a copy of the body. */
    private static BodyEdit onDefinition(DefinitionEdit edit) {
        return object -> {
            ObjectNode body = object.body().get().deepCopy();
            edit.apply(object.name(), Json.child(body.path(object.type().rootKey()), object.name()));
            return body;
        };
    }

    /** Changes a definition in place. */
    interface DefinitionEdit {
        void apply(String name, ObjectNode definition);
    }
}
