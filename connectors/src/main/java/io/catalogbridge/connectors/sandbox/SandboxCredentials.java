package io.catalogbridge.connectors.sandbox;

import io.catalogbridge.connectors.sandbox.aws.AccessKey;
import io.catalogbridge.connectors.sandbox.datasphere.OAuthClient;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What clients of the sandbox sign on with. Made up for each sandbox unless given. */
public record SandboxCredentials(OAuthClient datasphere, AccessKey aws) {

    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** New credentials of the form that the real systems give out. */
    public static SandboxCredentials invented(RandomGenerator random) {
        String guid = new UUID(random.nextLong(), random.nextLong()).toString();
        return new SandboxCredentials(
                new OAuthClient("sb-" + guid + "!b1|client!b1", guid + "$" + secret(random, 24)),
                new AccessKey("AKIA" + keyCharacters(random, 16), secret(random, 30)));
    }

    private static String secret(RandomGenerator random, int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static String keyCharacters(RandomGenerator random, int count) {
        StringBuilder key = new StringBuilder();
        random.ints(count, 0, KEY_ALPHABET.length()).forEach(i -> key.append(KEY_ALPHABET.charAt(i)));
        return key.toString();
    }
}
