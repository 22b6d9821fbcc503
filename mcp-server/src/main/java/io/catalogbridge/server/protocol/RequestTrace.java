package io.catalogbridge.server.protocol;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Marks what is logged and traced while a request is answered: an id of our own, and the trace that the client says it belongs
 * to in {@code _meta} (W3C Trace Context). Without an OpenTelemetry agent the trace is only named in the log.
 */
final class RequestTrace implements AutoCloseable {

    private static final AtomicLong REQUESTS = new AtomicLong();
    private static final String REQUEST = "request";
    private static final String TRACE = "trace";

    private final @Nullable Span span;
    private final @Nullable Scope scope;

    @SuppressWarnings("MustBeClosedChecker") // closed with the trace
    private RequestTrace(@Nullable Span span) {
        this.span = span;
        this.scope = span == null ? null : span.makeCurrent();
    }

    /** To be closed on the same thread. */
    static RequestTrace begin(String method, Params params) {
        MDC.put(REQUEST, String.valueOf(REQUESTS.incrementAndGet()));
        Map<String, Object> meta = Params.values(params.any("_meta"));
        if (!(meta.get("traceparent") instanceof String)) {
            return new RequestTrace(null);
        }
        Span span = span(method, meta);
        if (span.getSpanContext().isValid()) {
            MDC.put(TRACE, span.getSpanContext().getTraceId());
        }
        return new RequestTrace(span);
    }

    private static Span span(String method, Map<String, Object> meta) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), meta, MetaGetter.INSTANCE);
        return GlobalOpenTelemetry.getTracer("catalog-bridge")
                .spanBuilder(method)
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("mcp.method.name", method)
                .startSpan();
    }

    @Override
    public void close() {
        if (scope != null && span != null) {
            scope.close();
            span.end();
        }
        MDC.remove(REQUEST);
        MDC.remove(TRACE);
    }

    /** Reads what belongs to a trace off {@code _meta}. */
    private enum MetaGetter implements TextMapGetter<Map<String, Object>> {
        INSTANCE;

        @Override
        @SuppressWarnings("deprecation") // still to be implemented
        public Iterable<String> keys(Map<String, Object> meta) {
            return meta.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, Object> meta, String key) {
            return meta != null && meta.get(key) instanceof String text ? text : null;
        }
    }
}
