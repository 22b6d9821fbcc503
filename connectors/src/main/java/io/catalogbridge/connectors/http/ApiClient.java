package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.limits.AdaptiveRateLimiter;
import io.catalogbridge.connectors.limits.RateLimit;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Calls one system. Thread-safe; a call blocks until it is answered, retries and waits included.
 *
 * <p>A thread that is interrupted, or whose progress is cancelled while it waits, stops with a {@link
 * java.util.concurrent.CancellationException}.
 */
public final class ApiClient implements AutoCloseable {

    /** Less than servers and load balancers keep a silent connection, so that we hardly ever call on one that they closed. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Parts parts;
    private final Channel channel;
    private final Retry retry;
    private final Verdict verdict;

    private ApiClient(Parts parts) {
        this.parts = parts;
        this.channel = channel(parts);
        this.retry = new Retry(parts.settings.retry(), parts.timing, parts.progress);
        this.verdict = new Verdict(parts.timing.clock());
    }

    /** A client that needs no token and knows no rate limit, as for asking for tokens. */
    public static ApiClient open(HttpSettings settings, CallTally tally, Timing timing) {
        AdaptiveRateLimiter unlimited =
                new AdaptiveRateLimiter("tokens", RateLimit.UNLIMITED, timing.ticker(), timing.sleeper());
        return new ApiClient(new Parts(
                okHttp(settings),
                settings,
                tally,
                timing,
                BearerTokens.NONE,
                unlimited,
                AnswerObserver.NONE,
                Progress.NONE));
    }

    /** A client that shares this one's connections and counts, and calls with tokens, at the limiter's pace. */
    public ApiClient with(BearerTokens tokens, AdaptiveRateLimiter limiter, AnswerObserver observer) {
        return new ApiClient(new Parts(
                parts.http, parts.settings, parts.tally, parts.timing, tokens, limiter, observer, parts.progress));
    }

    /** The same client, for one run: waits are told to its progress, which may cancel them. */
    public ApiClient reporting(Progress progress) {
        return new ApiClient(new Parts(
                parts.http,
                parts.settings,
                parts.tally,
                parts.timing,
                parts.tokens,
                parts.limiter,
                parts.observer,
                progress));
    }

    /**
     * The order of concerns, innermost first. A token is chosen after the wait for a turn, in which an earlier one might
     * expire. Around all of them: the judgement of the answer, then the retry.
     */
    private static Channel channel(Parts parts) {
        Channel wire = new WireChannel(parts.http, parts.settings);
        Channel counted = new CountingChannel(wire, parts.tally);
        Channel authorized = new TokenChannel(counted, parts.tokens);
        Channel limited = new RateLimitedChannel(
                authorized,
                parts.limiter,
                parts.progress,
                parts.timing.clock(),
                parts.settings.retry().longestPause());
        Channel persistent = new SecondChanceChannel(limited);
        Channel redirected = new RedirectingChannel(persistent);
        return new ObservedChannel(redirected, parts.observer);
    }

    /**
     * Makes the call, as often as it takes within the bounds.
     *
     * @throws ConnectorException if there is no answer, or none that the protocol allows
     */
    public <T> Fetched<T> fetch(ApiCall call, BodyReader<T> reader) {
        return retry.run(() -> verdict.of(call, send(call), reader));
    }

    private ApiAnswer send(ApiCall call) {
        try {
            return channel.send(call);
        } catch (IOException cause) {
            if (Thread.currentThread().isInterrupted()) {
                throw Interruption.cancelled();
            }
            // what closed this connection has most likely closed the other silent ones as well
            parts.http.connectionPool().evictAll();
            throw new TransientFailure(unreachable(call, cause), Optional.empty());
        }
    }

    private static ConnectorException unreachable(ApiCall call, IOException cause) {
        String reason = Redaction.of(cause.getClass().getSimpleName() + " " + cause.getMessage());
        return new ConnectorException(
                ErrorKind.UNAVAILABLE,
                call.subject(),
                call + " got no whole answer: " + reason,
                "Check the address, the network and the proxy; then try again.",
                cause);
    }

    private static OkHttpClient okHttp(HttpSettings settings) {
        return new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.callTimeout())
                .writeTimeout(settings.callTimeout())
                .callTimeout(settings.callTimeout())
                .connectionPool(new ConnectionPool(settings.concurrency(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                // each attempt is counted and limited above; OkHttp must not make attempts of its own
                .retryOnConnectionFailure(false)
                .build();
    }

    @Override
    public void close() {
        parts.http.dispatcher().executorService().shutdown();
        parts.http.connectionPool().evictAll();
    }

    private record Parts(
            OkHttpClient http,
            HttpSettings settings,
            CallTally tally,
            Timing timing,
            BearerTokens tokens,
            AdaptiveRateLimiter limiter,
            AnswerObserver observer,
            Progress progress) {}
}
