package io.catalogbridge.connectors.sandbox.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role that callers of the sandbox may assume.
 *
 * @param arn such as {@code arn:aws:iam::210987654321:role/catalog-writer}; its account is the one the caller then acts in
 * @param externalId what the caller has to send along; null when nothing is asked for
 */
public record AssumableRole(String arn, @Nullable String externalId) {

    private static final Pattern ARN = Pattern.compile("arn:aws:iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");

    public AssumableRole {
        if (!ARN.matcher(arn).matches()) {
            throw new IllegalArgumentException("Not the ARN of a role: " + arn);
        }
    }

    String accountId() {
        return matched().group(1);
    }

    String name() {
        return matched().group(2);
    }

    private Matcher matched() {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new IllegalStateException(arn);
        }
        return matcher;
    }
}
