package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.http.AnswerObserver;
import io.catalogbridge.connectors.http.Redaction;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once per operation what the tenant announces as deprecated. */
final class DeprecationLog implements AnswerObserver {

    private static final Logger LOG = LoggerFactory.getLogger(DeprecationLog.class);
    private static final String HEADER = "x-dsp-api-deprecated-properties";

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Override
    public void answered(String operation, Headers headers) {
        String deprecated = headers.get(HEADER);
        if (deprecated != null && told.add(operation)) {
            LOG.warn("The tenant deprecates, in {}: {}", operation, Redaction.of(deprecated));
        }
    }
}
