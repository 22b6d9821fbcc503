package io.catalogbridge.connectors.sandbox.aws;

/** A refusal in the words of AWS: an error code, a message and the HTTP status they travel with. */
final class AwsError extends RuntimeException {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int INTERNAL = 500;

    private final int status;
    private final String code;

    private AwsError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static AwsError invalidInput(String message) {
        return new AwsError(BAD_REQUEST, "InvalidInputException", message);
    }

    static AwsError notFound(String message) {
        return new AwsError(BAD_REQUEST, "EntityNotFoundException", message);
    }

    static AwsError alreadyExists(String message) {
        return new AwsError(BAD_REQUEST, "AlreadyExistsException", message);
    }

    static AwsError idempotentMismatch(String message) {
        return new AwsError(BAD_REQUEST, "IdempotentParameterMismatchException", message);
    }

    static AwsError concurrentModification(String message) {
        return new AwsError(BAD_REQUEST, "ConcurrentModificationException", message);
    }

    static AwsError limitExceeded(String message) {
        return new AwsError(BAD_REQUEST, "ResourceNumberLimitExceededException", message);
    }

    /** The request breaks a constraint of the published service model. */
    static AwsError validation(String message) {
        return new AwsError(BAD_REQUEST, "ValidationException", message);
    }

    /** The request is not JSON, or holds JSON of the wrong type. */
    static AwsError serialization(String message) {
        return new AwsError(BAD_REQUEST, "SerializationException", message);
    }

    static AwsError unknownOperation() {
        return new AwsError(BAD_REQUEST, "UnknownOperationException", "The requested operation is not recognized.");
    }

    static AwsError accessDenied(String message) {
        return new AwsError(BAD_REQUEST, "AccessDeniedException", message);
    }

    static AwsError throttling() {
        return new AwsError(BAD_REQUEST, "ThrottlingException", "Rate exceeded");
    }

    static AwsError internal() {
        return new AwsError(INTERNAL, "InternalServiceException", "An internal error occurred.");
    }

    static AwsError missingAuthentication() {
        return new AwsError(FORBIDDEN, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    static AwsError incompleteSignature(String message) {
        return new AwsError(BAD_REQUEST, "IncompleteSignatureException", message);
    }

    static AwsError unrecognizedClient() {
        return new AwsError(
                BAD_REQUEST, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    static AwsError expiredToken() {
        return new AwsError(
                BAD_REQUEST, "ExpiredTokenException", "The security token included in the request is expired");
    }

    static AwsError invalidSignature(String message) {
        return new AwsError(BAD_REQUEST, "InvalidSignatureException", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
