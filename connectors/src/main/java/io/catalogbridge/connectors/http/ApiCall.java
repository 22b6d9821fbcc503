package io.catalogbridge.connectors.http;

import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One call to make; repeating it does no harm.
 *
 * @param operation name under which the call is counted, free of object names
 * @param subject   identifier of the object concerned, for errors
 */
public record ApiCall(String operation, String subject, Request request) {

    public static ApiCall get(String operation, String subject, HttpUrl url, String accept) {
        return new ApiCall(
                operation,
                subject,
                new Request.Builder().url(url).header("Accept", accept).build());
    }

    /** Only for posts that change nothing, such as asking for a token. */
    public static ApiCall post(String operation, String subject, HttpUrl url, RequestBody body) {
        return new ApiCall(
                operation,
                subject,
                new Request.Builder()
                        .url(url)
                        .header("Accept", "application/json")
                        .post(body)
                        .build());
    }

    public ApiCall withHeader(String name, String value) {
        return new ApiCall(
                operation, subject, request.newBuilder().header(name, value).build());
    }

    ApiCall withUrl(HttpUrl url) {
        return new ApiCall(operation, subject, request.newBuilder().url(url).build());
    }

    public HttpUrl url() {
        return request.url();
    }

    /** Leaves out headers, query and body, which may hold secrets. */
    @Override
    public String toString() {
        return operation + " " + request.method() + " "
                + request.url().newBuilder().query(null).build();
    }
}
