package io.catalogbridge.connectors.glue;

import io.catalogbridge.connectors.spi.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What the SDK's exceptions mean. By error code, since Glue declares neither throttling nor refused credentials on its
 * table operations.
 */
final class AwsErrors {

    private static final Set<String> THROTTLING = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "RequestLimitExceeded",
            "TooManyRequestsException",
            "SlowDown");

    private static final Set<String> PASSING_TROUBLE = Set.of(
            "InternalServiceException",
            "InternalFailure",
            "InternalServerException",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "OperationTimeoutException",
            "ResourceNotReadyException",
            "FederationSourceRetryableException");

    private static final Map<String, ErrorKind> KINDS = Map.ofEntries(
            Map.entry("UnrecognizedClientException", ErrorKind.AUTH),
            Map.entry("InvalidClientTokenId", ErrorKind.AUTH),
            Map.entry("InvalidSignatureException", ErrorKind.AUTH),
            Map.entry("SignatureDoesNotMatch", ErrorKind.AUTH),
            Map.entry("MissingAuthenticationTokenException", ErrorKind.AUTH),
            Map.entry("MissingAuthenticationToken", ErrorKind.AUTH),
            Map.entry("IncompleteSignatureException", ErrorKind.AUTH),
            Map.entry("IncompleteSignature", ErrorKind.AUTH),
            Map.entry("ExpiredTokenException", ErrorKind.AUTH),
            Map.entry("ExpiredToken", ErrorKind.AUTH),
            Map.entry("AccessDeniedException", ErrorKind.FORBIDDEN),
            Map.entry("AccessDenied", ErrorKind.FORBIDDEN),
            Map.entry("GlueEncryptionException", ErrorKind.FORBIDDEN),
            Map.entry("EntityNotFoundException", ErrorKind.NOT_FOUND),
            Map.entry("AlreadyExistsException", ErrorKind.CONFLICT),
            Map.entry("ConcurrentModificationException", ErrorKind.CONFLICT),
            Map.entry("IdempotentParameterMismatchException", ErrorKind.CONFLICT));

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int MAX_CAUSES = 20;

    private AwsErrors() {}

    static ErrorKind kind(SdkException failure) {
        if (isThrottling(failure)) {
            return ErrorKind.THROTTLED;
        }
        if (isTrouble(failure)) {
            return ErrorKind.UNAVAILABLE;
        }
        return failure instanceof AwsServiceException service ? refusal(service) : clientSide(failure);
    }

    /** A role that may not be assumed is a matter of credentials, not of a permission on Glue. */
    private static ErrorKind refusal(AwsServiceException failure) {
        ErrorKind kind = KINDS.getOrDefault(code(failure), ErrorKind.INVALID);
        return failure instanceof StsException && kind == ErrorKind.FORBIDDEN ? ErrorKind.AUTH : kind;
    }

    /** The SDK has no types for what goes wrong before a call is made; most of it is about credentials. */
    private static ErrorKind clientSide(SdkException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("credential") || message.contains("profile") ? ErrorKind.AUTH : ErrorKind.INVALID;
    }

    static boolean isThrottling(SdkException failure) {
        return failure instanceof AwsServiceException service
                && (service.isThrottlingException() || THROTTLING.contains(code(service)));
    }

    /**
     * True if no answer came, or one that nobody can read, or one in which the other side blames itself: the call may have
     * been carried out, and may be made again.
     */
    static boolean isTrouble(SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            return !isThrottling(service) && (service.statusCode() >= 500 || PASSING_TROUBLE.contains(code(service)));
        }
        return failure instanceof AbortedException
                || failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof ApiCallTimeoutException
                || causes(failure).anyMatch(IOException.class::isInstance)
                || isUnreadable(failure);
    }

    /** How long the other side asks to be left alone, within reason; only in whole seconds, as AWS sends it. */
    static Optional<Duration> retryAfter(SdkException failure) {
        return Optional.of(failure)
                .filter(AwsServiceException.class::isInstance)
                .map(service -> ((AwsServiceException) service).awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }

    /** The error's name and text, without the noise the SDK adds; the SDK's own words where there is no answer. */
    static String describe(SdkException failure) {
        if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            AwsErrorDetails details = service.awsErrorDetails();
            return code(service) + ": " + details.errorMessage();
        }
        return String.valueOf(failure.getMessage());
    }

    private static String code(AwsServiceException failure) {
        return Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    private static boolean isUnreadable(SdkException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Unable to unmarshall response");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }
}
