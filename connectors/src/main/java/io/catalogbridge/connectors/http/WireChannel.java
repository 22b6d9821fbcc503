package io.catalogbridge.connectors.http;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** The bottom: OkHttp itself. Says who we are, and reads no more than the bound. */
final class WireChannel implements Channel {

    private final OkHttpClient http;
    private final HttpSettings settings;

    WireChannel(OkHttpClient http, HttpSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public ApiAnswer send(ApiCall call) throws IOException {
        ApiCall signed =
                call.withHeader("User-Agent", settings.userAgent()).withHeader("Accept-Language", settings.language());
        try (Response response = http.newCall(signed.request()).execute()) {
            return new ApiAnswer(response.code(), response.headers(), read(call, response));
        }
    }

    private byte[] read(ApiCall call, Response response) throws IOException {
        int bound = (int) settings.maxBodyBytes();
        try (InputStream stream = response.body().byteStream()) {
            byte[] body = stream.readNBytes(bound + 1);
            if (body.length > bound) {
                throw tooLarge(call, bound);
            }
            return body;
        }
    }

    private static ConnectorException tooLarge(ApiCall call, int bound) {
        return new ConnectorException(
                ErrorKind.INVALID,
                call.subject(),
                call + " answered with more than " + bound + " bytes",
                "Check that the address is right; if the object really is that large, raise the bound on answers.");
    }
}
