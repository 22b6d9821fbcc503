package io.catalogbridge.server.rules;

import io.catalogbridge.mapping.rules.CommentSource;
import io.catalogbridge.mapping.rules.Exclusions;
import io.catalogbridge.mapping.rules.MappingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was decided about the mapping beyond the configuration.
 *
 * @param databasePattern name of a space's database; absent to leave it as configured
 * @param exclusions      what is left out; absent to leave it as configured
 * @param comments        what comments of columns are made of; absent to leave it as configured
 */
public record RuleSet(
        Optional<String> databasePattern, Optional<Exclusions> exclusions, Optional<CommentSource> comments) {

    /** Everything as configured. */
    public static final RuleSet NONE = new RuleSet(Optional.empty(), Optional.empty(), Optional.empty());

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATTERN = "databasePattern";
    private static final String EXCLUDE = "exclude";
    private static final String COMMENTS = "columnComments";

    /**
     * The rules that result.
     *
     * @throws RulesException if they cannot be used
     */
    public MappingRules on(MappingRules configured) {
        try {
            MappingRules named =
                    databasePattern.map(configured::withDatabasePattern).orElse(configured);
            MappingRules limited = exclusions.map(named::withExclusions).orElse(named);
            return comments.map(limited::withComments).orElse(limited);
        } catch (IllegalArgumentException e) {
            throw new RulesException(RulesException.Reason.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** The same with what a change decides; the rest stays. */
    public RuleSet with(RuleSet change) {
        return new RuleSet(
                change.databasePattern().or(this::databasePattern),
                change.exclusions().or(this::exclusions),
                change.comments().or(this::comments));
    }

    /** What is different between rules, in words; empty if nothing is. */
    public static List<String> differences(MappingRules before, MappingRules after) {
        List<String> differences = new ArrayList<>();
        compare("database pattern", before.databasePattern(), after.databasePattern(), differences);
        compare("column comments", before.comments().label(), after.comments().label(), differences);
        List<String> old = before.exclusions().patterns();
        List<String> now = after.exclusions().patterns();
        listed("leaves out", now, old).ifPresent(differences::add);
        listed("no longer leaves out", old, now).ifPresent(differences::add);
        return differences;
    }

    private static void compare(String what, String before, String after, List<String> differences) {
        if (!before.equals(after)) {
            differences.add(what + ": " + before + " → " + after);
        }
    }

    private static Optional<String> listed(String what, List<String> these, List<String> withoutThose) {
        String more = these.stream()
                .filter(pattern -> !withoutThose.contains(pattern))
                .collect(Collectors.joining(", "));
        return more.isEmpty() ? Optional.empty() : Optional.of(what + ": " + more);
    }

    String json() {
        ObjectNode json = JSON.createObjectNode();
        databasePattern.ifPresent(pattern -> json.put(PATTERN, pattern));
        exclusions.ifPresent(each -> {
            ArrayNode patterns = json.putArray(EXCLUDE);
            each.patterns().forEach(patterns::add);
        });
        comments.ifPresent(source -> json.put(COMMENTS, source.label()));
        return json.toString();
    }

    static RuleSet parse(String text) {
        JsonNode json = JSON.readTree(text);
        return new RuleSet(
                Optional.ofNullable(json.get(PATTERN)).map(JsonNode::asString),
                Optional.ofNullable(json.get(EXCLUDE))
                        .map(patterns -> new Exclusions(
                                patterns.valueStream().map(JsonNode::asString).toList())),
                Optional.ofNullable(json.get(COMMENTS)).map(JsonNode::asString).flatMap(CommentSource::labelled));
    }
}
