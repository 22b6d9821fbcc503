package io.catalogbridge.connectors.sandbox.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits a stream of bytes at line feeds, a block at a time: a journal may hold gigabytes. */
final class LineReader implements AutoCloseable {

    private static final int BLOCK_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int start;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its line feed; empty at the end, where bytes without a line feed are left out. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (start < end || refill()) {
            int feed = lineFeed();
            line.write(block, start, feed - start);
            start = feed + 1;
            if (feed < end) {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean refill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }

    /** Where the first line feed of the rest of the block is, or the end of the block. */
    private int lineFeed() {
        int index = start;
        while (index < end && block[index] != '\n') {
            index++;
        }
        return index;
    }
}
