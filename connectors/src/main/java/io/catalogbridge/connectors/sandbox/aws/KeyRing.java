package io.catalogbridge.connectors.sandbox.aws;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that are accepted: those of the settings, and temporary ones until a while after they expire. Thread-safe. */
final class KeyRing {

    private static final String USER_NAME = "sandbox";
    private static final Duration EXPIRED_KEYS_ARE_KEPT = Duration.ofHours(1);

    private final Map<String, Credentials> known = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    KeyRing(AwsSettings settings) {
        for (AccessKey key : settings.accessKeys()) {
            Caller owner = Caller.user(settings.accountId(), USER_NAME, key.id());
            known.put(key.id(), Credentials.longLived(key, owner));
        }
    }

    Optional<Credentials> find(String accessKeyId) {
        return Optional.ofNullable(known.get(accessKeyId));
    }

    Credentials issue(Caller caller, Instant now, Duration lifetime) {
        known.values().removeIf(old -> old.isExpiredAt(now.minus(EXPIRED_KEYS_ARE_KEPT)));
        String id = "ASIA" + random(12).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "X");
        Credentials issued =
                new Credentials(id, random(30), random(96), now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS), caller);
        known.put(id, issued);
        return issued;
    }

    private String random(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
    }
}
