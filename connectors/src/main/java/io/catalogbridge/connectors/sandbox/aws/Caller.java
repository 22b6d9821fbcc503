package io.catalogbridge.connectors.sandbox.aws;

/** Who signed a request: the account they act in, their ARN and their unique id. */
record Caller(String accountId, String arn, String userId) {

    static Caller user(String accountId, String name, String accessKeyId) {
        return new Caller(accountId, "arn:aws:iam::" + accountId + ":user/" + name, "AIDA" + accessKeyId);
    }

    static Caller assumed(AssumableRole role, String session) {
        String arn = "arn:aws:sts::%s:assumed-role/%s/%s".formatted(role.accountId(), role.name(), session);
        return new Caller(role.accountId(), arn, "AROASANDBOX" + role.accountId() + ":" + session);
    }
}
