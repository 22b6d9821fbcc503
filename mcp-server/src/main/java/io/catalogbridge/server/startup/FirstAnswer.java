package io.catalogbridge.server.startup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long a server takes from the start of its process to its answer to {@code initialize}. */
public final class FirstAnswer {

    private FirstAnswer() {}

    /** Starts the command, measures, and kills it. */
    public static Duration of(List<String> command) throws IOException {
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(command, Map.of())) {
            server.send(EverydayConversation.INITIALIZE);
            String answer = server.receive();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (!answer.contains("\"protocolVersion\"")) {
                throw new IOException("not an answer to 'initialize': " + answer);
            }
            return time;
        }
    }
}
