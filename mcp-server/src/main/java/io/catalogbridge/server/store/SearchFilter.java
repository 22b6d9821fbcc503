package io.catalogbridge.server.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a search may find; each part that is absent lets all pass.
 *
 * @param system       {@code datasphere} or {@code glue}
 * @param kind         such as {@code view} or {@code table}
 * @param container    technical name of a space or database, in any case
 * @param owner        who made or last changed it, in any case; Glue's tables have none
 * @param tag          a usage such as {@code fact}, a deployment status such as {@code deployed}, or one of {@code exposed},
 *                     {@code relational}, {@code analytical}, {@code restricted}
 * @param semantic     what its columns mean: {@code measure}, {@code dimension}, {@code currency}, {@code unit}, {@code text}
 *                     or {@code hierarchy}
 * @param state        how far it has got into Glue
 * @param changedSince the first day on which its last change in the tenant may be; entries of which none is known do not pass
 */
public record SearchFilter(
        @Nullable String system,
        @Nullable String kind,
        @Nullable String container,
        @Nullable String owner,
        @Nullable String tag,
        @Nullable String semantic,
        @Nullable SyncState state,
        @Nullable LocalDate changedSince) {

    public static final SearchFilter NONE = new SearchFilter(null, null, null, null, null, null, null, null);

    public SearchFilter withSystem(@Nullable String other) {
        return new SearchFilter(other, kind, container, owner, tag, semantic, state, changedSince);
    }

    public SearchFilter withKind(@Nullable String other) {
        return new SearchFilter(system, other, container, owner, tag, semantic, state, changedSince);
    }

    public SearchFilter withContainer(@Nullable String other) {
        return new SearchFilter(system, kind, other, owner, tag, semantic, state, changedSince);
    }

    public SearchFilter withOwner(@Nullable String other) {
        return new SearchFilter(system, kind, container, other, tag, semantic, state, changedSince);
    }

    public SearchFilter withTag(@Nullable String other) {
        return new SearchFilter(system, kind, container, owner, other, semantic, state, changedSince);
    }

    public SearchFilter withSemantic(@Nullable String other) {
        return new SearchFilter(system, kind, container, owner, tag, other, state, changedSince);
    }

    public SearchFilter withState(@Nullable SyncState other) {
        return new SearchFilter(system, kind, container, owner, tag, semantic, other, changedSince);
    }

    public SearchFilter withChangedSince(@Nullable LocalDate other) {
        return new SearchFilter(system, kind, container, owner, tag, semantic, state, other);
    }
}
