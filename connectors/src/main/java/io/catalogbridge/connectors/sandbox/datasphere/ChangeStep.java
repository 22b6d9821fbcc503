package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that somebody does in the tenant, as written in a change script:
 *
 * <pre>{"action":"addColumn", "space":"SALES", "object":"ORDERS", "column":"CHANNEL", "element":{"type":"cds.String","length":10}}</pre>
 *
 * <p>Saving actions change the design time and leave the run time as it was last deployed.
 *
 * @param object the technical name; empty for actions on a space
 * @param details the whole step, for what the action needs beyond these
 */
public record ChangeStep(ChangeAction action, String space, String object, ObjectNode details) {

    /** Saves the object unchanged: new date, status "changes to deploy". */
    public static ChangeStep save(String space, String object) {
        return step(ChangeAction.SAVE, space, object, Json.object());
    }

    /** Saves another definition, given as the answer body of an object read. */
    public static ChangeStep save(String space, String object, ObjectNode body) {
        return step(ChangeAction.SAVE, space, object, withBody(body));
    }

    /** Creates an object that is not deployed yet; {@code body} as in an object read. */
    public static ChangeStep create(String space, ObjectType type, String object, ObjectNode body) {
        return step(ChangeAction.CREATE, space, object, withBody(body).put("type", type.typeName()));
    }

    public static ChangeStep label(String space, String object, String label) {
        return step(ChangeAction.LABEL, space, object, Json.object().put("label", label));
    }

    public static ChangeStep columnLabel(String space, String object, String column, String label) {
        return step(
                ChangeAction.LABEL,
                space,
                object,
                Json.object().put("column", column).put("label", label));
    }

    public static ChangeStep addColumn(String space, String object, String column, ObjectNode element) {
        ObjectNode details = Json.object().put("column", column);
        details.set("element", element);
        return step(ChangeAction.ADD_COLUMN, space, object, details);
    }

    public static ChangeStep removeColumn(String space, String object, String column) {
        return step(ChangeAction.REMOVE_COLUMN, space, object, Json.object().put("column", column));
    }

    /** Shares the object with another space. */
    public static ChangeStep share(String space, String object, String target) {
        return step(ChangeAction.SHARE, space, object, Json.object().put("target", target));
    }

    public static ChangeStep deploy(String space, String object) {
        return step(ChangeAction.DEPLOY, space, object, Json.object());
    }

    public static ChangeStep delete(String space, String object) {
        return step(ChangeAction.DELETE, space, object, Json.object());
    }

    /** Takes the client's membership of a space away. */
    public static ChangeStep leave(String space) {
        return step(ChangeAction.LEAVE, space, "", Json.object());
    }

    /** Makes the client a member of a space again. */
    public static ChangeStep join(String space) {
        return step(ChangeAction.JOIN, space, "", Json.object());
    }

    /**
     * Reads a step.
     *
     * @throws ChangeRejected when action or space is missing or unknown
     */
    static ChangeStep parse(JsonNode json) {
        if (!(json instanceof ObjectNode step)) {
            throw new ChangeRejected("A step is an object with an action and a space");
        }
        String action = Json.text(step, "action").orElse("");
        return new ChangeStep(
                ChangeAction.ofWireName(action)
                        .orElseThrow(() -> new ChangeRejected(
                                "No such action: \"" + action + "\"; known are " + ChangeAction.wireNames())),
                Json.text(step, "space").orElseThrow(() -> new ChangeRejected("The step names no space")),
                Json.text(step, "object").orElse(""),
                step);
    }

    Optional<String> text(String property) {
        return Json.text(details, property);
    }

    /** A detail that the action cannot do without. */
    String required(String property) {
        return text(property).orElseThrow(() -> new ChangeRejected(action.wireName() + " needs \"" + property + "\""));
    }

    private static ObjectNode withBody(ObjectNode body) {
        ObjectNode details = Json.object();
        details.set("body", body);
        return details;
    }

    private static ChangeStep step(ChangeAction action, String space, String object, ObjectNode details) {
        ObjectNode whole = Json.object();
        whole.put("action", action.wireName()).put("space", space).put("object", object);
        whole.setAll(details);
        return new ChangeStep(action, space, object, whole);
    }
}
