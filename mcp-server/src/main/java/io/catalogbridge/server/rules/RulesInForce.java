package io.catalogbridge.server.rules;

import io.catalogbridge.mapping.rules.MappingRules;

/**
 * The mapping rules at one time.
 *
 * @param version number of the version that they are; 0 is the configuration alone
 */
public record RulesInForce(long version, MappingRules rules) {

    /** Rules that nobody has edited. */
    public static RulesInForce configured(MappingRules rules) {
        return new RulesInForce(0, rules);
    }
}
