package io.catalogbridge.server.store;

import io.catalogbridge.mapping.plan.Conflict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How conflicts are named: by the field concerned and the values in conflict, so that nobody decides on what he has not seen. */
final class ConflictIds {

    private static final int BYTES = 8;

    private ConflictIds() {}

    static String of(Conflict conflict) {
        String text = StoreJson.MAPPER.writeValueAsString(
                new String[] {conflict.subject(), conflict.field(), conflict.lastApplied(), conflict.current()});
        return "conflict-" + HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
