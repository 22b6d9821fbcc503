package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.rules.CommentSource;
import io.catalogbridge.mapping.rules.Exclusions;
import io.catalogbridge.server.rules.RuleBook;
import io.catalogbridge.server.rules.RuleSet;
import io.catalogbridge.server.rules.RuleVersion;
import io.catalogbridge.server.surface.ToolArguments;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.tools.Schemas.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A change of the mapping rules as callers write it down.
 *
 * @param base  the version in force that the change starts from
 * @param rules what would be decided after the change
 */
record RuleArguments(RuleVersion base, RuleSet rules) {

    private static final int LAST_VERSION = 1_000_000;
    private static final String PATTERN = "databasePattern";
    private static final String EXCLUDE = "exclude";
    private static final String COMMENTS = "columnComments";
    private static final String ROLLBACK = "rollbackTo";

    /** What there is to change, and the arguments that a tool has besides. */
    static Property[] properties(Property... others) {
        Property[] rules = {
            Schemas.text(PATTERN, "Name of a space's database: lower case around {space}, {env} for the environment."),
            Schemas.texts(
                    EXCLUDE,
                    "All patterns of what is left out of Glue, SPACE or SPACE/NAME with * and ?; replaces the list in force."),
            Schemas.choice(COMMENTS, "What comments of columns are made of.", sources()),
            Schemas.whole(
                    ROLLBACK,
                    "Instead of the above: the version to put back, 0 for the configuration.",
                    0,
                    LAST_VERSION)
        };
        Property[] all = Arrays.copyOf(rules, rules.length + others.length);
        System.arraycopy(others, 0, all, rules.length, others.length);
        return all;
    }

    private static List<String> sources() {
        return Arrays.stream(CommentSource.values()).map(CommentSource::label).toList();
    }

    /** Reads the change; it may still be one that cannot be used. */
    static RuleArguments read(ToolArguments arguments, RuleBook book) {
        RuleSet change = change(arguments);
        boolean rollback = arguments.values().get(ROLLBACK) != null;
        if (rollback != change.equals(RuleSet.NONE)) {
            throw ToolFailure.invalid("say what changes with " + PATTERN + ", " + EXCLUDE + " or " + COMMENTS
                    + ", or which version comes back with " + ROLLBACK + ", not both");
        }
        RuleVersion base = book.current();
        return new RuleArguments(
                base,
                rollback
                        ? book.version(arguments.whole(ROLLBACK, 0, 0, LAST_VERSION))
                                .rules()
                        : base.rules().with(change));
    }

    private static RuleSet change(ToolArguments arguments) {
        return new RuleSet(
                Optional.ofNullable(arguments.optionalText(PATTERN)),
                arguments.values().get(EXCLUDE) == null
                        ? Optional.empty()
                        : Optional.of(exclusions(arguments.texts(EXCLUDE))),
                comments(arguments));
    }

    private static Exclusions exclusions(List<String> patterns) {
        try {
            return new Exclusions(patterns);
        } catch (IllegalArgumentException e) {
            throw new ToolFailure("INVALID", String.valueOf(e.getMessage()), false, List.of(), "get_mappings");
        }
    }

    private static Optional<CommentSource> comments(ToolArguments arguments) {
        return arguments.optionalText(COMMENTS) == null
                ? Optional.empty()
                : CommentSource.labelled(arguments.choice(COMMENTS, "", sources()));
    }
}
