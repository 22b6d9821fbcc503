package io.catalogbridge.mapping.catalog;

import java.util.Comparator;
import java.util.Optional;

/**
 * The identity of an asset: its space and technical name, both case-sensitive as in Datasphere.
 *
 * <p>Printed as {@code datasphere:SPACE/NAME}; a column adds {@code #COLUMN}. Percent signs, hashes and control
 * characters inside the parts are percent-encoded, so that {@link #parse} undoes {@link #text}.
 *
 * @param space technical name of the space, never holding a slash
 * @param name  technical name of the asset; may hold dots, spaces, slashes and other characters
 */
public record AssetId(String space, String name) implements ObjectRef, Comparable<AssetId> {

    /** What every asset identifier starts with. */
    public static final String SCHEME = "datasphere:";

    private static final Comparator<AssetId> ORDER =
            Comparator.comparing(AssetId::space).thenComparing(AssetId::name);

    public AssetId {
        if (space.isEmpty() || space.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not the name of a space: '" + space + "'");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an asset of space " + space + " has an empty name");
        }
    }

    /** Reads {@code datasphere:SPACE/NAME}; empty if the text is anything else, a column's identifier included. */
    public static Optional<AssetId> parse(String text) {
        int slash = text.indexOf('/');
        boolean wellFormed = text.startsWith(SCHEME)
                && slash > SCHEME.length()
                && slash < text.length() - 1
                && text.indexOf('#') < 0;
        return wellFormed
                ? Optional.of(new AssetId(
                        Names.decode(text.substring(SCHEME.length(), slash)), Names.decode(text.substring(slash + 1))))
                : Optional.empty();
    }

    /** The identifier of one column of this asset. */
    public String column(String column) {
        return text() + "#" + Names.encode(column);
    }

    @Override
    public String text() {
        return SCHEME + Names.encode(space) + "/" + Names.encode(name);
    }

    @Override
    public int compareTo(AssetId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
