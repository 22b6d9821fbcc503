package io.catalogbridge.connectors.datasphere.oauth;

import io.catalogbridge.connectors.http.ApiCall;
import io.catalogbridge.connectors.http.ApiClient;
import io.catalogbridge.connectors.http.Bodies;
import io.catalogbridge.connectors.http.Fetched;
import io.catalogbridge.connectors.http.Fetched.Refused;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/** The tenant's token endpoint: forms in, tokens out (RFC 6749, section 5). */
final class TokenEndpoint {

    private static final String OPERATION = "token";
    private static final long DEFAULT_LIFETIME_SECONDS = 300;

    private final ApiClient client;
    private final HttpUrl url;
    private final OAuthSettings settings;
    private final Clock clock;

    TokenEndpoint(ApiClient client, HttpUrl url, OAuthSettings settings, Clock clock) {
        this.client = client;
        this.url = url;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for a token.
     *
     * @throws ConnectorException of kind AUTH if refused, with what to do about it
     */
    Token request(Map<String, String> form) {
        Fetched<JsonNode> answer = client.fetch(call(form), Bodies::json);
        if (answer instanceof Refused<JsonNode> refused) {
            throw refusal(refused);
        }
        return token(answer.orThrow());
    }

    private ApiCall call(Map<String, String> form) {
        FormBody.Builder body = new FormBody.Builder();
        form.forEach(body::add);
        return switch (settings.authentication()) {
            case BASIC ->
                ApiCall.post(OPERATION, url.toString(), url, body.build()).withHeader("Authorization", basic());
            case FORM ->
                ApiCall.post(
                        OPERATION,
                        url.toString(),
                        url,
                        body.add("client_id", settings.clientId())
                                .add("client_secret", settings.secret().reveal())
                                .build());
        };
    }

    private String basic() {
        return Credentials.basic(settings.clientId(), settings.secret().reveal(), StandardCharsets.UTF_8);
    }

    private Token token(JsonNode answer) {
        String access = answer.path("access_token").asString("");
        if (access.isEmpty()) {
            throw new ConnectorException(
                    ErrorKind.INVALID,
                    url.toString(),
                    "The token endpoint answered without an access token",
                    "Check the token URL: System, Administration, App Integration shows it.");
        }
        long lifetime = answer.path("expires_in").asLong(DEFAULT_LIFETIME_SECONDS);
        String refresh = answer.path("refresh_token").asString("");
        return Token.issued(access, clock.instant(), Duration.ofSeconds(lifetime), refresh.isEmpty() ? null : refresh);
    }

    private ConnectorException refusal(Refused<JsonNode> refused) {
        ConnectorException error = refused.error();
        String remedy = TokenRemedies.remedy(refused.code(), String.valueOf(error.getMessage()));
        return new ConnectorException(
                ErrorKind.AUTH, url.toString(), String.valueOf(error.getMessage()), remedy, error);
    }
}
