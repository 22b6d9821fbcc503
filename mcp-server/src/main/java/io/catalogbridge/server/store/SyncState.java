package io.catalogbridge.server.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a thing has got into Glue, as far as the last plan and what was applied since tell. */
public enum SyncState {
    /** Applied, and nothing is left to be done. */
    IN_GLUE,
    /** Not applied yet, or a plan would change it. */
    PENDING,
    /** A person must decide. */
    CONFLICT,
    /** A person's edit in Glue is kept. */
    DRIFTED,
    /** Has no table or database in Glue. */
    NOT_MAPPED;

    /** Such as {@code in-glue}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SyncState> labelled(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
