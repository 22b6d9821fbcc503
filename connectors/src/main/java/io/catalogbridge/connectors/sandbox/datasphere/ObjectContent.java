package io.catalogbridge.connectors.sandbox.datasphere;

import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How much of an object a read answers; the {@code Accept} header decides. */
enum ObjectContent {
    /** Everything, as last saved. */
    FULL("application/vnd.sap.datasphere.object.content+json"),
    /** As last saved, always with {@code _meta}. */
    DESIGN_TIME("application/vnd.sap.datasphere.object.content.design-time+json"),
    /** As last deployed, without what only editors need. */
    RUN_TIME("application/vnd.sap.datasphere.object.content.run-time+json"),
    /** As last saved, without what only editors need. */
    SIMPLIFIED("application/vnd.sap.datasphere.object.content.simplified+json"),
    /** What plain JSON gets: that the object is there, and its label. */
    REDUCED("application/json");

    private static final List<String> EDITOR_ROOTS = List.of("editorSettings", "meta");

    private final String mediaType;

    ObjectContent(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isRunTime() {
        return this == RUN_TIME;
    }

    /**
     * The content that the call accepts; without preference, everything.
     *
     * @throws RequestRejected when it accepts none of these
     */
    static ObjectContent acceptedBy(HttpCall call) {
        List<String> accepted = Arrays.stream(
                        call.header("Accept").orElse("*/*").split(",", -1))
                .map(range -> range.replaceFirst(";.*", "").strip())
                .toList();
        if (accepted.contains("*/*")) {
            return FULL;
        }
        return Arrays.stream(values())
                .filter(content -> accepted.contains(content.mediaType))
                .findFirst()
                .orElseThrow(() -> new RequestRejected(406, "Not acceptable: " + String.join(", ", accepted)));
    }

    JsonNode of(TenantObject object) {
        ObjectNode body = object.body().get();
        return switch (this) {
            case FULL -> body;
            case DESIGN_TIME -> withMeta(object);
            case RUN_TIME -> withoutMeta(object);
            case SIMPLIFIED -> body.deepCopy().remove(EDITOR_ROOTS);
            case REDUCED -> reduced(object);
        };
    }

    private static ObjectNode withMeta(TenantObject object) {
        ObjectNode body = object.body().get().deepCopy();
        ObjectNode definition = definitionIn(body, object);
        if (!definition.has("_meta")) {
            definition.putObject("_meta").putObject("dependencies").putNull("folderAssignment");
        }
        return body;
    }

    private static ObjectNode withoutMeta(TenantObject object) {
        ObjectNode body = object.body().get().deepCopy();
        body.remove(EDITOR_ROOTS);
        definitionIn(body, object).remove("_meta");
        return body;
    }

    private static ObjectNode reduced(TenantObject object) {
        ObjectNode body = Json.object();
        ObjectNode definition = body.putObject(object.type().rootKey()).putObject(object.name());
        Json.text(object.definition(), "kind").ifPresent(kind -> definition.put("kind", kind));
        definition.put("@EndUserText.label", object.label());
        return body;
    }

    private static ObjectNode definitionIn(ObjectNode body, TenantObject object) {
        return Json.child(body.path(object.type().rootKey()), object.name());
    }
}
