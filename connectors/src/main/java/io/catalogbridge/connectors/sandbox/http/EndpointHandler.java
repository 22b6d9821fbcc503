package io.catalogbridge.connectors.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From request to answer: read, count, wait, choose a fault or execute, deliver. */
final class EndpointHandler extends Handler.Abstract.NonBlocking {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointHandler.class);

    /** Remote controls of the sandbox itself: neither counted nor disturbed. */
    private static final String CONTROL_PATHS = "/_sandbox/";

    private final HttpEndpoint endpoint;
    private final Faults faults;
    private final CallCounter calls;
    private final FaultDice dice;
    private final RateWindow window;

    EndpointHandler(HttpEndpoint endpoint, Faults faults, CallCounter calls, Clock clock) {
        this.endpoint = endpoint;
        this.faults = faults;
        this.calls = calls;
        this.dice = new FaultDice(faults);
        this.window = new RateWindow(faults.requestsPerMinute(), clock);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        Content.Source.asByteBuffer(
                request,
                Promise.from(
                        body -> received(callOf(request, BufferUtil.toArray(body)), exchange),
                        unreadable -> Response.writeError(request, response, callback, unreadable)));
        return true;
    }

    private void received(HttpCall call, Exchange exchange) {
        if (call.path().startsWith(CONTROL_PATHS)) {
            exchange.send(execute(call));
            return;
        }
        String operation = nameOf(call);
        calls.record(operation);
        after(faults.latency(), () -> {
            Delivery delivery = deliver(operation, call);
            after(delivery.delay(), () -> exchange.send(delivery));
        });
    }

    /** A call that the endpoint cannot even name is counted all the same. */
    private String nameOf(HttpCall call) {
        try {
            return endpoint.operationOf(call);
        } catch (RuntimeException cause) {
            LOG.warn("{} has no operation", call, cause);
            return call.method() + " unknown";
        }
    }

    private Delivery deliver(String operation, HttpCall call) {
        try {
            Optional<Duration> wait = window.admit();
            if (wait.isPresent()) {
                return Delivery.of(throttled(call, wait.get()));
            }
            return faults.script()
                    .next(operation, call)
                    .or(dice::next)
                    .map(fault -> fault.deliver(endpoint, call))
                    .orElseGet(() -> execute(call));
        } catch (RuntimeException cause) {
            return failed(call, cause);
        }
    }

    private Delivery execute(HttpCall call) {
        try {
            return Delivery.of(endpoint.answer(call));
        } catch (RuntimeException cause) {
            return failed(call, cause);
        }
    }

    private Delivery failed(HttpCall call, RuntimeException cause) {
        LOG.warn("{} failed", call, cause);
        return Delivery.of(endpoint.failed(call));
    }

    /** Rounded up, since a client that comes back a moment early is throttled again. */
    private HttpAnswer throttled(HttpCall call, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return endpoint.throttled(call).withHeader("Retry-After", Long.toString(seconds));
    }

    private void after(Duration delay, Runnable step) {
        if (delay.isZero()) {
            step.run();
        } else {
            getServer()
                    .getScheduler()
                    .schedule(() -> getServer().getThreadPool().execute(step), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static HttpCall callOf(Request request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(
                    field.getName(), name -> request.getHeaders().getValuesList(name));
        }
        return new HttpCall(
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                headers,
                body);
    }
}
