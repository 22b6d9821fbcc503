package io.catalogbridge.server.rules;

import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.rules.RulesException.Reason;
import io.catalogbridge.server.store.RulesVersions;
import io.catalogbridge.server.store.Store;
import java.util.List;
import java.util.function.Supplier;

/**
 * The mapping rules of one environment: the configured ones, with the youngest stored version on top. Opens the store when it is
 * first asked. Thread-safe; edits of several processes never overwrite each other.
 */
public final class RuleBook {

    private final String environment;
    private final MappingRules configured;
    private final boolean readOnly;
    private final Supplier<Store> store;

    /**
     * @param configured what the configuration says
     * @param readOnly   whether edits are refused
     */
    public RuleBook(String environment, MappingRules configured, boolean readOnly, Supplier<Store> store) {
        this.environment = environment;
        this.configured = configured;
        this.readOnly = readOnly;
        this.store = store;
    }

    /** The rules without any edit. */
    public MappingRules configured() {
        return configured;
    }

    /** The rules that the next plan uses. */
    public MappingRules inForce() {
        return rules(current());
    }

    /** The same with the number of their version, both as of one moment. */
    public RulesInForce numbered() {
        RuleVersion version = current();
        return new RulesInForce(version.number(), rules(version));
    }

    /** The rules of a version. */
    public MappingRules rules(RuleVersion version) {
        return version.rules().on(configured);
    }

    /** The version in force. */
    public RuleVersion current() {
        return versions().latest(environment).map(RuleVersion::of).orElse(RuleVersion.CONFIGURED);
    }

    /** The youngest versions, youngest first; the configuration alone is not among them. */
    public List<RuleVersion> history(int limit) {
        return versions().recent(environment, limit).stream()
                .map(RuleVersion::of)
                .toList();
    }

    /**
     * Any version, 0 included.
     *
     * @throws RulesException if there is none of this number
     */
    public RuleVersion version(long number) {
        return number == 0
                ? RuleVersion.CONFIGURED
                : versions()
                        .find(environment, number)
                        .map(RuleVersion::of)
                        .orElseThrow(() -> new RulesException(
                                Reason.NOT_FOUND,
                                "there is no version " + number + " of the mapping rules; the youngest is "
                                        + current().number()));
    }

    /**
     * Stores rules as the version in force, and says so in the audit trail.
     *
     * @param rules    all that is decided beyond the configuration
     * @param expected number of the version that the rules were made from
     * @throws RulesException if they cannot be used, are in force already, or were made from another version
     */
    public RuleVersion edit(RuleSet rules, long expected, String actor, String reason) {
        if (readOnly) {
            throw new RulesException(Reason.READ_ONLY, "environment " + environment + " is read-only");
        }
        RuleVersion before = current();
        if (before.number() != expected) {
            throw stale(before.number(), expected);
        }
        List<String> differences = RuleSet.differences(rules(before), rules.on(configured));
        if (differences.isEmpty()) {
            throw new RulesException(Reason.UNCHANGED, "the mapping rules say this already");
        }
        return versions()
                .append(environment, expected, actor, reason, rules.json(), differences)
                .map(RuleVersion::of)
                .orElseThrow(() -> stale(current().number(), expected));
    }

    /**
     * Says at once what {@link #edit} would say, before a person is asked anything.
     *
     * @throws RulesException if another version is in force than the one expected
     */
    public void requireCurrent(long expected) {
        long current = current().number();
        if (current != expected) {
            throw stale(current, expected);
        }
    }

    private static RulesException stale(long current, long expected) {
        return new RulesException(
                Reason.STALE,
                "the mapping rules are at version " + current + ", not " + expected
                        + ": somebody edited them meanwhile");
    }

    private RulesVersions versions() {
        return store.get().rules();
    }
}
