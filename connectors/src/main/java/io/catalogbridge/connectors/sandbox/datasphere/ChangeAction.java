package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a step of a change script does. */
public enum ChangeAction {
    SAVE("save"),
    CREATE("create"),
    LABEL("label"),
    ADD_COLUMN("addColumn"),
    REMOVE_COLUMN("removeColumn"),
    SHARE("share"),
    DEPLOY("deploy"),
    DELETE("delete"),
    LEAVE("leave"),
    JOIN("join");

    private final String wireName;

    ChangeAction(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<ChangeAction> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(action -> action.wireName.equals(name))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(ChangeAction::wireName).toList();
    }
}
