package io.catalogbridge.mapping.glue;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Which parameters are ours, and the marker that says that a whole object is ours.
 *
 * <p>Glue cannot tag tables, so ownership lives in parameters. The marker's value names the environment that made the
 * object: two environments that share a Glue catalog leave each other's objects alone.
 */
public final class Ownership {

    /** What all our parameters start with. */
    public static final String PREFIX = "catalogbridge.";

    /** Marks an object as ours; the value is the environment. */
    public static final String OWNER = PREFIX + "owner";

    /** Fingerprint of a table's desired state, as last written. */
    public static final String FINGERPRINT = PREFIX + "fingerprint";

    /** Digest of a database's tables, as last written in full. */
    public static final String DIGEST = PREFIX + "digest";

    /** Marks an object of ours that is gone from the source and waits to be deleted; the value says since when. */
    public static final String TOMBSTONE = PREFIX + "tombstone";

    /** Athena shows this parameter as the text of a table, and not the description. */
    public static final String COMMENT = "comment";

    private Ownership() {}

    /** True for parameters that we write; all others belong to other people and survive every change. */
    public static boolean isManaged(String parameter) {
        return parameter.startsWith(PREFIX) || parameter.equals(COMMENT);
    }

    /** The managed ones of these parameters: sorted, immutable and compact. */
    public static SortedMap<String, String> managed(Map<String, String> parameters) {
        return ManagedParameters.of(parameters);
    }

    /** The environment that made the object with these parameters; empty if it was not made by Catalog Bridge. */
    public static Optional<String> owner(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get(OWNER));
    }
}
