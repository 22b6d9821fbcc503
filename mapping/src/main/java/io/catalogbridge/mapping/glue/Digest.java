package io.catalogbridge.mapping.glue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a sequence of texts and numbers, equal on every machine and in every run. Each text is preceded by its
 * length, so that sequences that differ feed different bytes; unpaired surrogates all count the same. Not safe for use by
 * several threads.
 */
public final class Digest {

    private final MessageDigest sha256 = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);

    /** Starts a sequence; the kind and the format of what follows are part of it. */
    public Digest(String kind, int format) {
        add(kind).add(format);
    }

    public Digest add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8.length);
        sha256.update(utf8);
        return this;
    }

    public Digest add(int value) {
        sha256.update(number.putInt(0, value).array());
        return this;
    }

    /** The hash in lower-case hex; ends the sequence. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
