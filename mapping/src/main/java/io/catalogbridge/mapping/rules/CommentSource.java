package io.catalogbridge.mapping.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which texts of a column its comment in Glue is made of. What the comment leaves out is kept in parameters. */
public enum CommentSource {
    LABEL_AND_DESCRIPTION,
    /** The label alone; the description where there is no label. */
    LABEL,
    /** The description alone; the label where there is no description. */
    DESCRIPTION;

    /** For example {@code label-and-description}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CommentSource> labelled(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label().equals(label))
                .findFirst();
    }

    /** The comment, on one line. */
    String comment(@Nullable String label, @Nullable String description) {
        return switch (this) {
            case LABEL_AND_DESCRIPTION -> TextRules.line(label, description);
            case LABEL -> TextRules.line(label == null ? description : label, null);
            case DESCRIPTION -> TextRules.line(description == null ? label : description, null);
        };
    }

    /** Whether the description is no part of the comment. */
    boolean leavesOutDescription(@Nullable String label) {
        return this == LABEL && label != null;
    }
}
