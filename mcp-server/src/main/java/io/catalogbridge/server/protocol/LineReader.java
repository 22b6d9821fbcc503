package io.catalogbridge.server.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines of bounded length; of a longer one it keeps nothing but the fact. Not thread-safe. */
final class LineReader {

    private static final int CHUNK = 8_192;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int end;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Bytes between two line ends; {@code overlong} lines have none. */
    static final class Line {

        private final byte[] bytes;
        private final boolean overlong;

        private Line(byte[] bytes, boolean overlong) {
            this.bytes = bytes;
            this.overlong = overlong;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean overlong() {
            return overlong;
        }

        boolean blank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return !overlong;
        }
    }

    /** The next line, or nothing at the end of input. A last line without a line end counts. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean overlong = false;
        boolean started = false;
        while (fill()) {
            started = true;
            int newline = newline();
            int length = newline - position;
            overlong = overlong || line.size() + length > limit;
            if (overlong) {
                line.reset();
            } else {
                line.write(chunk, position, length);
            }
            position = newline + 1;
            if (newline < end) {
                return Optional.of(new Line(line.toByteArray(), overlong));
            }
        }
        return started ? Optional.of(new Line(line.toByteArray(), overlong)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (position >= end) {
            position = 0;
            end = Math.max(0, in.read(chunk));
        }
        return end > 0;
    }

    private int newline() {
        int index = position;
        while (index < end && chunk[index] != '\n') {
            index++;
        }
        return index;
    }
}
