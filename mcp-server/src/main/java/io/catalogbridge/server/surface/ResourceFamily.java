package io.catalogbridge.server.surface;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources whose URIs have the same form. Implementations are thread-safe and keep no state between calls. */
public interface ResourceFamily {

    /** Those worth listing, always in the same order; few. */
    List<ResourceDefinition> listed();

    /** The forms of the others, always in the same order. */
    List<TemplateDefinition> templates();

    /** What the resource holds; empty if it is of another family or does not exist. */
    Optional<ResourceContents> read(String uri, CallScope scope);

    /**
     * Values for a variable of one of the templates.
     *
     * @param typed  what the value begins with; may be empty
     * @param chosen values of other variables so far
     */
    default Completion complete(String uriTemplate, String variable, String typed, Map<String, String> chosen) {
        return Completion.NONE;
    }

    /** Whether changes of this resource are announced, see {@link ResourceUpdates}. */
    default boolean watchable(String uri) {
        return false;
    }
}
