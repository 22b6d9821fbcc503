package io.catalogbridge.connectors.http;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the books: every attempt counted, and logged without headers, query or body. */
final class CountingChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(CountingChannel.class);

    private final Channel inner;
    private final CallTally tally;

    CountingChannel(Channel inner, CallTally tally) {
        this.inner = inner;
        this.tally = tally;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        tally.count(call.operation());
        ApiAnswer answer = inner.send(call);
        LOG.debug("{} -> {}, {} bytes", call, answer.status(), answer.body().length);
        return answer;
    }
}
