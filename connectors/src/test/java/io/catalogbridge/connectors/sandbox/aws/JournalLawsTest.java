package io.catalogbridge.connectors.sandbox.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What is written to the journal is what is read back, whatever it is. */
class JournalLawsTest {

    private static final int BLOCK = 1 << 16;

    @Property(tries = 200)
    void everyWriteReadsBackAsItWas(@ForAll List<String> parts, @ForAll List<String> texts) {
        List<Change> write = new ArrayList<>(List.of(new Change.Remove(new Key(parts))));
        texts.forEach(text -> write.add(new Change.Put(new Key(parts).child(text), document(text))));

        byte[] line = JournalLine.print(write);

        List<Change> read = JournalLine.parse(Arrays.copyOf(line, line.length - 1));
        assertThat(JournalLine.print(read)).isEqualTo(line);
        assertThat(read).hasSize(texts.size() + 1);
        assertThat(new String(line, UTF_8).indexOf('\n')).isEqualTo(new String(line, UTF_8).length() - 1);
    }

    @Property(tries = 100)
    void splitsAtLineFeedsWhereverBlocksEnd(
            @ForAll("lengths") List<Integer> lengths, @ForAll @IntRange(max = 9) int torn) throws IOException {
        List<String> lines = lengths.stream().map("x"::repeat).toList();
        String text = String.join("", lines.stream().map(line -> line + "\n").toList()) + "t".repeat(torn);

        assertThat(read(text)).isEqualTo(lines);
    }

    @Provide
    Arbitrary<List<Integer>> lengths() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(BLOCK - 2, BLOCK + 2),
                        Arbitraries.integers().between(2 * BLOCK - 2, 2 * BLOCK + 2))
                .list()
                .ofMaxSize(5);
    }

    private static List<String> read(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (Optional<byte[]> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(new String(line.get(), UTF_8));
            }
        }
        return lines;
    }

    private static Document document(String text) {
        return Document.of(Json.object().put("ä" + text, text).set("nested", Json.texts(List.of(text, "}"))));
    }
}
