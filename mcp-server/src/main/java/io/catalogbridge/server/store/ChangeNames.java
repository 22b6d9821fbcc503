package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.Change;
import java.util.Locale;

/** How kinds of change are spelled in the store, such as {@code create-table}. */
final class ChangeNames {

    private ChangeNames() {}

    static String of(Change change) {
        return change.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
