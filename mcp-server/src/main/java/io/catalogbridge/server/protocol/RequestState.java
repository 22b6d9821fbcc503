package io.catalogbridge.server.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of a call that waits for its client, kept by the client: signed, so that it cannot be changed, bound to caller,
 * method and arguments, and good for a while only. Not secret; it holds what the client itself has said. Thread-safe.
 */
final class RequestState {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Duration VALID = Duration.ofMinutes(30);

    private final Supplier<byte[]> keys;
    private final Clock clock;
    private @Nullable SecretKeySpec key;

    /** Good for states of this process. The key is made for the first of them. */
    RequestState(Clock clock) {
        this(RequestState::randomKey, clock);
    }

    RequestState(byte[] key, Clock clock) {
        this(key::clone, clock);
    }

    private RequestState(Supplier<byte[]> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private synchronized SecretKeySpec key() {
        SecretKeySpec made = key;
        if (made == null) {
            made = new SecretKeySpec(keys.get(), ALGORITHM);
            key = made;
        }
        return made;
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /**
     * What a state says.
     *
     * @param asked    digests of the questions that were asked, by key
     * @param answered what was answered to some of them
     */
    record Content(Map<String, String> asked, Map<String, Object> answered) {

        static final Content EMPTY = new Content(Map.of(), Map.of());

        Content {
            asked = Map.copyOf(asked);
            answered = Map.copyOf(answered);
        }
    }

    String seal(Content content, String binding) {
        ObjectNode node = Wire.object()
                .put("binding", binding)
                .put("expires", clock.instant().plus(VALID).getEpochSecond());
        node.set("asked", Wire.object(new TreeMap<>(content.asked())));
        node.set("answered", Wire.object(new TreeMap<>(content.answered())));
        String payload = base64(node.toString().getBytes(StandardCharsets.UTF_8));
        return payload + "." + base64(signature(payload));
    }

    /**
     * Reads a state.
     *
     * @throws Refusal if it is not ours, was changed, has expired, or belongs to another caller or request
     */
    Content open(Object sealed, String binding) throws Refusal {
        JsonNode node = verified(String.valueOf(sealed));
        if (!node.path("binding").asString("").equals(binding)) {
            throw Refusal.invalidParams("'requestState' belongs to another request");
        }
        if (node.path("expires").asLong(0) < clock.instant().getEpochSecond()) {
            throw Refusal.invalidParams("'requestState' has expired; call again without it");
        }
        Map<String, String> asked = new TreeMap<>();
        node.path("asked")
                .properties()
                .forEach(each -> asked.put(each.getKey(), each.getValue().asString()));
        Map<String, Object> answered = new TreeMap<>();
        node.path("answered").properties().forEach(each -> answered.put(each.getKey(), value(each.getValue())));
        return new Content(asked, answered);
    }

    private static Object value(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    private JsonNode verified(String sealed) throws Refusal {
        int dot = sealed.indexOf('.');
        try {
            if (dot > 0
                    && MessageDigest.isEqual(
                            signature(sealed.substring(0, dot)),
                            Base64.getUrlDecoder().decode(sealed.substring(dot + 1)))) {
                return JSON.readTree(Base64.getUrlDecoder().decode(sealed.substring(0, dot)));
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // not ours, as below
        }
        throw Refusal.invalidParams("'requestState' is not one that this server has handed out");
    }

    private byte[] signature(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + ALGORITHM, e);
        }
    }

    static String digest(String text) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
