package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTest {

    private static final int LIMIT = 10;

    @Property(tries = 300)
    void readsBackAllLinesAndOnlyFlagsLongOnes(
            @ForAll @Size(max = 20) List<@StringLength(max = 20) String> texts,
            @ForAll @IntRange(min = 1, max = 7) int step)
            throws IOException {
        List<String> lines = texts.stream().map(text -> text.replace("\n", "")).toList();
        StringBuilder joined = new StringBuilder();
        lines.forEach(line -> joined.append(line).append('\n'));

        List<Line> read = readAll(joined.toString(), step);

        assertThat(read).hasSameSizeAs(lines);
        for (int index = 0; index < lines.size(); index++) {
            byte[] bytes = lines.get(index).getBytes(StandardCharsets.UTF_8);
            assertThat(read.get(index).overlong()).isEqualTo(bytes.length > LIMIT);
            assertThat(read.get(index).bytes()).isEqualTo(bytes.length > LIMIT ? new byte[0] : bytes);
        }
    }

    private static List<Line> readAll(String text, int step) throws IOException {
        InputStream dripping = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, step));
            }

            @Override
            public int read(byte[] target) {
                return read(target, 0, target.length);
            }
        };
        LineReader reader = new LineReader(dripping, LIMIT);
        List<Line> lines = new ArrayList<>();
        Optional<Line> line = reader.next();
        while (line.isPresent()) {
            lines.add(line.get());
            line = reader.next();
        }
        return lines;
    }
}
