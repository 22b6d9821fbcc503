package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a space at one time.
 *
 * @param body yields what an object read answers: the definition under its root key, and its siblings; shared, never
 *     changed in place
 */
record TenantObject(
        String name, ObjectType type, String label, Exposure exposure, Inventory inventory, Supplier<ObjectNode> body) {

    static TenantObject of(String name, ObjectType type, Inventory inventory, ObjectNode body) {
        JsonNode definition = body.path(type.rootKey()).path(name);
        String label = Json.text(definition, "@EndUserText.label")
                .or(() -> Json.text(definition, "@Common.Label"))
                .orElse(name);
        return new TenantObject(name, type, label, Exposure.of(name, type, body), inventory, () -> body);
    }

    /** The object itself, without the root key and siblings. */
    ObjectNode definition() {
        return Json.child(body.get().path(type.rootKey()), name);
    }

    TenantObject with(Inventory newInventory) {
        return new TenantObject(name, type, label, exposure, newInventory, body);
    }

    TenantObject with(Inventory newInventory, ObjectNode newBody) {
        return of(name, type, newInventory, newBody);
    }
}
