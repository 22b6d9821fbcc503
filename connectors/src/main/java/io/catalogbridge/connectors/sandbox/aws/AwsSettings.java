package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Set;

/**
 * Whom the sandbox knows and what it grants.
 *
 * @param accountId twelve digits: the account of the access keys and of the catalog that is used when a call names none
 * @param accessKeys the only long-lived keys that are accepted; at least one
 * @param otherCatalogs accounts whose catalogs these callers may use too, by {@code CatalogId}
 * @param roles what may be assumed; a role in another account opens the catalog of that account
 */
public record AwsSettings(
        String accountId,
        List<AccessKey> accessKeys,
        Set<String> otherCatalogs,
        List<AssumableRole> roles,
        GlueQuotas quotas) {

    private static final String EXAMPLE_ACCOUNT = "123456789012";

    public AwsSettings {
        accessKeys = List.copyOf(accessKeys);
        otherCatalogs = Set.copyOf(otherCatalogs);
        roles = List.copyOf(roles);
        if (!accountId.matches("\\d{12}")) {
            throw new IllegalArgumentException("An account id has twelve digits: " + accountId);
        }
        if (accessKeys.isEmpty()) {
            throw new IllegalArgumentException("Without an access key nobody can call the sandbox");
        }
    }

    /** One account, one key, nothing shared, the default quotas. */
    public static AwsSettings of(AccessKey accessKey) {
        return new AwsSettings(EXAMPLE_ACCOUNT, List.of(accessKey), Set.of(), List.of(), GlueQuotas.DEFAULTS);
    }

    public AwsSettings withOtherCatalogs(String... accountIds) {
        return new AwsSettings(accountId, accessKeys, Set.of(accountIds), roles, quotas);
    }

    public AwsSettings withRoles(AssumableRole... assumable) {
        return new AwsSettings(accountId, accessKeys, otherCatalogs, List.of(assumable), quotas);
    }

    public AwsSettings withQuotas(GlueQuotas granted) {
        return new AwsSettings(accountId, accessKeys, otherCatalogs, roles, granted);
    }
}
