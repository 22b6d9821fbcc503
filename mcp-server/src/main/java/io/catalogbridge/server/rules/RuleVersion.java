package io.catalogbridge.server.rules;

import io.catalogbridge.server.store.RulesVersions.RulesVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of what was decided about the mapping.
 *
 * @param number      counts edits; 0 is the configuration alone
 * @param edit        how it came about; absent for version 0
 * @param differences what is different from the version before, in words
 */
public record RuleVersion(long number, Optional<Edit> edit, RuleSet rules, List<String> differences) {

    /** The configuration alone. */
    static final RuleVersion CONFIGURED = new RuleVersion(0, Optional.empty(), RuleSet.NONE, List.of());

    /** Who made a version, when and why. */
    public record Edit(Instant at, String actor, String reason) {}

    public RuleVersion {
        differences = List.copyOf(differences);
    }

    static RuleVersion of(RulesVersion stored) {
        return new RuleVersion(
                stored.number(),
                Optional.of(new Edit(stored.at(), stored.actor(), stored.reason())),
                RuleSet.parse(stored.content()),
                stored.differences());
    }
}
