package io.catalogbridge.connectors.http;

import okhttp3.Headers;

/** Looks at the headers of every answer. Called from many threads; never throws. */
@FunctionalInterface
public interface AnswerObserver {

    AnswerObserver NONE = (operation, headers) -> {};

    void answered(String operation, Headers headers);
}
