package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.http.BodyReader.MalformedBody;
import io.catalogbridge.connectors.http.Fetched.Body;
import io.catalogbridge.connectors.http.Fetched.Refused;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.time.Clock;
import java.util.Optional;

/** Judges an answer: a body, a refusal, a failure worth another attempt, or not an answer of this protocol at all. */
final class Verdict {

    private static final String LOGIN_PAGE_REMEDY =
            "A login page or proxy answers in place of the service. Check the address, the proxy, and that the"
                    + " OAuth client may call this service.";

    private final Clock clock;

    Verdict(Clock clock) {
        this.clock = clock;
    }

    <T> Fetched<T> of(ApiCall call, ApiAnswer answer, BodyReader<T> reader) {
        if (answer.successful()) {
            return body(call, answer, reader);
        }
        if (answer.redirect()) {
            throw strayed(call, answer);
        }
        if (answer.status() == 429 || answer.status() == 408 || answer.status() >= 500) {
            throw new TransientFailure(error(call, answer), RetryAfter.of(answer, clock));
        }
        return new Refused<>(answer.status(), Complaint.of(answer).code(), error(call, answer));
    }

    private <T> Fetched<T> body(ApiCall call, ApiAnswer answer, BodyReader<T> reader) {
        if (answer.html()) {
            throw new ConnectorException(
                    ErrorKind.INVALID,
                    call.subject(),
                    call + " answered with an HTML page" + reference(answer),
                    LOGIN_PAGE_REMEDY);
        }
        try {
            return new Body<>(reader.read(answer.body()), answer.headers());
        } catch (MalformedBody cause) {
            String message = call + ": " + Redaction.of(String.valueOf(cause.getMessage())) + reference(answer);
            throw new TransientFailure(
                    new ConnectorException(ErrorKind.INVALID, call.subject(), message, "Try again later.", cause),
                    Optional.empty());
        }
    }

    private static ConnectorException strayed(ApiCall call, ApiAnswer answer) {
        String target = answer.header("Location")
                .flatMap(location -> Optional.ofNullable(call.url().resolve(location)))
                .map(url -> " to " + url.host())
                .orElse("");
        return new ConnectorException(
                ErrorKind.AUTH,
                call.subject(),
                call + " was redirected" + target + ", which is not followed" + reference(answer),
                LOGIN_PAGE_REMEDY);
    }

    private static ConnectorException error(ApiCall call, ApiAnswer answer) {
        String complaint = Complaint.of(answer).text().map(text -> ": " + text).orElse("");
        String message = call + " answered " + answer.status() + complaint + reference(answer);
        ErrorKind kind = kind(answer.status());
        return new ConnectorException(kind, call.subject(), message, remedy(kind));
    }

    private static String reference(ApiAnswer answer) {
        return CorrelationId.of(answer)
                .map(id -> " (correlation id " + id + ")")
                .orElse("");
    }

    private static ErrorKind kind(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTH;
            case 403 -> ErrorKind.FORBIDDEN;
            case 404, 410 -> ErrorKind.NOT_FOUND;
            case 409, 412 -> ErrorKind.CONFLICT;
            case 429 -> ErrorKind.THROTTLED;
            default -> status >= 500 || status == 408 ? ErrorKind.UNAVAILABLE : ErrorKind.INVALID;
        };
    }

    private static String remedy(ErrorKind kind) {
        return switch (kind) {
            case AUTH -> "Check the OAuth client and its secret.";
            case FORBIDDEN -> "Give the principal the rights it needs.";
            case THROTTLED -> "Lower the configured rate limit, or try again later.";
            case UNAVAILABLE -> "Try again later; if it stays, report the correlation id to the operator.";
            case NOT_FOUND, CONFLICT, INVALID, BUG -> "";
        };
    }
}
