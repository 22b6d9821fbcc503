package io.catalogbridge.server.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Enumeration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(QuietSdk.class)
class MutatedMessagesTest {

    private static final long SEED = 20_261_101;

    @Test
    void noMessageEndsTheServerOrShowsItsInside() {
        assertServes(5_000);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void noneOfVeryManyDoes() {
        assertServes(100_000);
    }

    private static void assertServes(int messages) {
        Lines lines = new Lines();

        int exit = new StdioServer(
                        new Protocol(MutatedMessages.surface(), Clock.systemUTC()),
                        "tester",
                        new SequenceInputStream(new Mutants(messages)),
                        lines,
                        CallLimits.DEFAULT)
                .run();

        assertThat(exit).isZero();
        assertThat(lines.count).isGreaterThan(messages / 2);
        assertThat(lines.last).contains("\"last\"", "\"result\"");
    }

    /** Mutated messages, one per line, and a ping at the end. */
    @SuppressWarnings("JdkObsolete") // what a SequenceInputStream takes
    private static final class Mutants implements Enumeration<InputStream> {

        private final MutatedMessages messages = new MutatedMessages(SEED);
        private int left;

        private Mutants(int count) {
            left = count + 1;
        }

        @Override
        public boolean hasMoreElements() {
            return left > 0;
        }

        @Override
        public InputStream nextElement() {
            left--;
            String line =
                    left > 0 ? messages.any().text() : "{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"ping\"}";
            return new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Checks each line that is written; keeps the answer to the ping. */
    private static final class Lines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private int count;
        private String last = "";

        @Override
        public void write(int each) {
            if (each != '\n') {
                line.write(each);
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            MutatedMessages.assertClean(text);
            count++;
            if (text.contains("\"last\"")) {
                last = text;
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at++) {
                write(bytes[at]);
            }
        }
    }
}
