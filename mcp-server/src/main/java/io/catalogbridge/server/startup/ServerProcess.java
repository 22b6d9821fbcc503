package io.catalogbridge.server.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own that is spoken to over its standard streams. Killed when closed. Not thread-safe. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private ServerProcess(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a command; what it says on standard error is not kept.
     *
     * @param variables added to its environment
     */
    static ServerProcess start(List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        return new ServerProcess(builder.start());
    }

    /** Sends one message. */
    void send(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /**
     * Waits for the next message.
     *
     * @throws IOException if the process ends without one
     */
    String receive() throws IOException {
        @Nullable String line = out.readLine();
        if (line == null) {
            throw new IOException("the server ended without an answer");
        }
        return line;
    }

    /**
     * Ends the input and waits for the process to end.
     *
     * @throws IOException if it does not, or fails
     */
    void end(Duration patience) throws IOException, InterruptedException {
        endInput();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the server did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException("the server ended with exit code " + process.exitValue());
        }
    }

    /** One that has ended already takes nothing more. */
    private void endInput() {
        try {
            in.close();
        } catch (IOException e) {
            // its exit code says more
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
