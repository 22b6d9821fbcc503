package io.catalogbridge.connectors.sandbox.aws;

import io.catalogbridge.connectors.sandbox.http.HttpCall;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Checks Signature Version 4 of requests signed in the {@code Authorization} header, as AWS publishes it ("Create a signed AWS
 * API request"). Every region is accepted; the clock may differ by 15 minutes.
 */
final class SignatureVerifier {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final String TERMINATOR = "aws4_request";

    private final KeyRing keys;
    private final Clock clock;

    SignatureVerifier(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Finds out who signed the call.
     *
     * @param service the one the credential has to be scoped to, such as {@code glue}
     * @throws AwsError when the call is unsigned, or signed wrongly, too late or by somebody unknown
     */
    Caller verify(HttpCall call, String service) {
        String header = call.header("Authorization").orElseThrow(AwsError::missingAuthentication);
        Authorization authorization = Authorization.parse(header);
        String timestamp = timestamp(call);
        Credentials signer = keys.find(authorization.accessKeyId()).orElseThrow(AwsError::unrecognizedClient);
        requireToken(call, signer);
        requireScope(authorization, service, timestamp);
        requireFresh(timestamp);
        requireSignature(call, authorization, timestamp, signer);
        return signer.caller();
    }

    private static String timestamp(HttpCall call) {
        return call.header("X-Amz-Date")
                .orElseThrow(() -> AwsError.incompleteSignature(
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."));
    }

    private void requireToken(HttpCall call, Credentials signer) {
        if (!signer.hasToken(call.header("X-Amz-Security-Token"))) {
            throw AwsError.unrecognizedClient();
        }
        if (signer.isExpiredAt(clock.instant())) {
            throw AwsError.expiredToken();
        }
    }

    private static void requireScope(Authorization authorization, String service, String timestamp) {
        if (!authorization.service().equals(service)) {
            throw AwsError.invalidSignature("Credential should be scoped to correct service: '" + service + "'.");
        }
        if (!authorization.scope().endsWith("/" + TERMINATOR)) {
            throw AwsError.invalidSignature(
                    "Credential should be scoped with a valid terminator: '" + TERMINATOR + "'.");
        }
        if (!timestamp.startsWith(authorization.day())) {
            throw AwsError.invalidSignature(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
        }
        if (!authorization.signedHeaders().contains("host")) {
            throw AwsError.invalidSignature(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void requireFresh(String timestamp) {
        Instant signed = parsed(timestamp);
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(TOLERANCE))) {
            throw AwsError.invalidSignature("Signature expired: %s is now earlier than %s (%s - 15 min.)"
                    .formatted(timestamp, TIMESTAMP.format(now.minus(TOLERANCE)), TIMESTAMP.format(now)));
        }
        if (signed.isAfter(now.plus(TOLERANCE))) {
            throw AwsError.invalidSignature("Signature not yet current: %s is still later than %s (%s + 15 min.)"
                    .formatted(timestamp, TIMESTAMP.format(now.plus(TOLERANCE)), TIMESTAMP.format(now)));
        }
    }

    private static Instant parsed(String timestamp) {
        try {
            return TIMESTAMP.parse(timestamp, Instant::from);
        } catch (DateTimeParseException malformed) {
            throw AwsError.incompleteSignature("Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'.");
        }
    }

    private static void requireSignature(
            HttpCall call, Authorization authorization, String timestamp, Credentials signer) {
        String toSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                timestamp,
                authorization.scope(),
                hash(canonicalRequest(call, authorization.signedHeaders()).getBytes(UTF_8)));
        String expected = hex(hmac(signingKey(signer, authorization), toSign));
        if (!MessageDigest.isEqual(
                expected.getBytes(US_ASCII), authorization.signature().getBytes(US_ASCII))) {
            throw AwsError.invalidSignature("The request signature we calculated does not match the signature you"
                    + " provided. Check your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.");
        }
    }

    private static String canonicalRequest(HttpCall call, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + canonicalValue(call, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                call.method(),
                call.path(),
                canonicalQuery(call),
                headers,
                String.join(";", signedHeaders),
                hash(call.body()));
    }

    private static String canonicalValue(HttpCall call, String name) {
        return call.headers().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static String canonicalQuery(HttpCall call) {
        String query = call.query();
        if (query == null || query.isEmpty()) {
            return "";
        }
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static byte[] signingKey(Credentials signer, Authorization authorization) {
        byte[] day = hmac(("AWS4" + signer.secret()).getBytes(UTF_8), authorization.day());
        return hmac(hmac(hmac(day, authorization.region()), authorization.service()), TERMINATOR);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", cause);
        }
    }

    private static String hash(byte[] content) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("Every Java platform has SHA-256", cause);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
