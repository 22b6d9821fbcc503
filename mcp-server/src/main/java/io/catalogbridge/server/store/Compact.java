package io.catalogbridge.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Text as compressed bytes: definitions and plans shrink to a tenth. */
final class Compact {

    private Compact() {}

    static byte[] pack(String text) {
        return pack(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] pack(byte[] bytes) {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, fast)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return out.toByteArray();
    }

    static String text(byte[] packed) {
        return new String(bytes(packed), StandardCharsets.UTF_8);
    }

    static byte[] bytes(byte[] packed) {
        try (InflaterInputStream inflating = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflating.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a record of the store is damaged", e);
        }
    }
}
