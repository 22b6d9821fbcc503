package io.catalogbridge.connectors.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The id under which the other side's support finds a failed call; SAP systems use several headers for it. */
final class CorrelationId {

    private static final List<String> HEADERS =
            List.of("x-correlation-id", "x-correlationid", "x-request-id", "x-vcap-request-id");

    private CorrelationId() {}

    static Optional<String> of(ApiAnswer answer) {
        return HEADERS.stream()
                .flatMap(name -> Stream.ofNullable(answer.headers().get(name)))
                .filter(id -> !id.isBlank())
                .findFirst()
                .map(Redaction::of);
    }
}
