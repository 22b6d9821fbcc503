package io.catalogbridge.mapping.plan;

/** What must still be true when a change lands. */
public sealed interface Precondition {

    /** Nothing has this name. */
    record Absent() implements Precondition {}

    /** The object exists, in whatever version. */
    record Present() implements Precondition {}

    /** The table still has the version the plan was made from. */
    record VersionIs(String versionId) implements Precondition {}

    /** The object bears the marker of this environment. */
    record OwnedBy(String owner) implements Precondition {}
}
