package io.catalogbridge.mapping.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an asset means to people.
 *
 * @param label          business name; absent if none was given
 * @param description    longer text; absent if none was given
 * @param usage          what the asset is used for
 * @param accessControls technical names of the data access controls in use
 */
public record BusinessContext(
        @Nullable String label, @Nullable String description, SemanticUsage usage, List<String> accessControls) {

    public static final BusinessContext NONE = new BusinessContext(null, null, SemanticUsage.UNKNOWN, List.of());

    public BusinessContext {
        label = blankToNull(label);
        description = blankToNull(description);
        accessControls = List.copyOf(accessControls);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
