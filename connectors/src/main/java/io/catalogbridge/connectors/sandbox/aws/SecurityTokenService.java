package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.HttpAnswer;
import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The two STS operations that clients of a catalog need, in the AWS query protocol: form in, XML out. Thread-safe. */
final class SecurityTokenService implements AwsService {

    private static final String CONTENT_TYPE = "text/xml";
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final int DEFAULT_LIFETIME_SECONDS = 3600;
    private static final int SHORTEST_LIFETIME_SECONDS = 900;
    private static final int LONGEST_LIFETIME_SECONDS = 43_200;
    private static final int FORBIDDEN = 403;

    /** The query protocol has older names for what the JSON protocol says, and mostly answers 403. */
    private static final Map<String, String> QUERY_CODES = Map.of(
            "MissingAuthenticationTokenException", "MissingAuthenticationToken",
            "UnrecognizedClientException", "InvalidClientTokenId",
            "InvalidSignatureException", "SignatureDoesNotMatch",
            "ExpiredTokenException", "ExpiredToken",
            "AccessDeniedException", "AccessDenied");

    private static final Map<String, String> QUERY_CODES_OF_BAD_REQUESTS = Map.of(
            "IncompleteSignatureException", "IncompleteSignature",
            "UnknownOperationException", "InvalidAction",
            "ValidationException", "ValidationError",
            "ThrottlingException", "Throttling",
            "InternalServiceException", "InternalFailure");

    private final AwsSettings settings;
    private final KeyRing keys;
    private final Clock clock;

    SecurityTokenService(AwsSettings settings, KeyRing keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public String operationOf(HttpCall call) {
        return call.form().getOrDefault("Action", "Unknown");
    }

    @Override
    public HttpAnswer answer(HttpCall call, Caller caller) {
        String operation = operationOf(call);
        return switch (operation) {
            case "GetCallerIdentity" -> success(operation, identity(caller));
            case "AssumeRole" -> success(operation, assumeRole(call.form(), caller));
            default -> throw AwsError.unknownOperation();
        };
    }

    @Override
    public HttpAnswer refusal(AwsError error) {
        boolean forbidden = QUERY_CODES.containsKey(error.code());
        String code = forbidden
                ? QUERY_CODES.getOrDefault(error.code(), error.code())
                : QUERY_CODES_OF_BAD_REQUESTS.getOrDefault(error.code(), error.code());
        String requestId = requestId();
        String details = element("Type", error.status() < 500 ? "Sender" : "Receiver")
                + element("Code", code)
                + element("Message", escaped(error.message()));
        String xml = "<ErrorResponse xmlns=\"%s\">%s%s</ErrorResponse>"
                .formatted(NAMESPACE, element("Error", details), element("RequestId", requestId));
        return answer(forbidden ? FORBIDDEN : error.status(), xml, requestId);
    }

    private static String identity(Caller caller) {
        return element("Arn", escaped(caller.arn()))
                + element("UserId", escaped(caller.userId()))
                + element("Account", caller.accountId());
    }

    private String assumeRole(Map<String, String> form, Caller caller) {
        String arn = required(form, "RoleArn");
        String session = sessionName(form);
        Duration lifetime = lifetime(form);
        AssumableRole role = assumable(arn, form)
                .orElseThrow(() ->
                        AwsError.accessDenied("User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                                .formatted(caller.arn(), arn)));
        return issued(keys.issue(Caller.assumed(role, session), clock.instant(), lifetime));
    }

    /** Like AWS, does not tell a role that does not exist from one that asks for another external id. */
    private Optional<AssumableRole> assumable(String arn, Map<String, String> form) {
        return settings.roles().stream()
                .filter(role -> role.arn().equals(arn))
                .filter(role -> role.externalId() == null || role.externalId().equals(form.get("ExternalId")))
                .findFirst();
    }

    private static String issued(Credentials credentials) {
        Caller caller = credentials.caller();
        String role = element("AssumedRoleId", escaped(caller.userId())) + element("Arn", escaped(caller.arn()));
        String keys = element("AccessKeyId", credentials.accessKeyId())
                + element("SecretAccessKey", credentials.secret())
                + element("SessionToken", String.valueOf(credentials.sessionToken()))
                + element("Expiration", credentials.expiration().toString());
        return element("AssumedRoleUser", role) + element("Credentials", keys);
    }

    private static String sessionName(Map<String, String> form) {
        String session = required(form, "RoleSessionName");
        if (!session.matches("[\\w+=,.@-]{2,64}")) {
            Violations violations = new Violations();
            violations.add("roleSessionName", session, "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
            violations.refuse();
        }
        return session;
    }

    private static Duration lifetime(Map<String, String> form) {
        String sent = form.getOrDefault("DurationSeconds", String.valueOf(DEFAULT_LIFETIME_SECONDS));
        int seconds = sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : 0;
        if (seconds < SHORTEST_LIFETIME_SECONDS || seconds > LONGEST_LIFETIME_SECONDS) {
            Violations violations = new Violations();
            violations.add("durationSeconds", sent, "Member must have value between 900 and 43200");
            violations.refuse();
        }
        return Duration.ofSeconds(seconds);
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw AwsError.validation("The request must contain the parameter " + name);
        }
        return value;
    }

    private static HttpAnswer success(String operation, String result) {
        String requestId = requestId();
        String xml = "<%1$sResponse xmlns=\"%2$s\">%3$s%4$s</%1$sResponse>"
                .formatted(
                        operation,
                        NAMESPACE,
                        element(operation + "Result", result),
                        element("ResponseMetadata", element("RequestId", requestId)));
        return answer(200, xml, requestId);
    }

    private static HttpAnswer answer(int status, String xml, String requestId) {
        return HttpAnswer.of(status, CONTENT_TYPE, xml).withHeader("x-amzn-RequestId", requestId);
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }
}
