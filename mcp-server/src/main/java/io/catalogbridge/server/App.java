package io.catalogbridge.server;

import io.catalogbridge.server.cli.Cli;
import io.catalogbridge.server.logging.LogProvider;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where everything starts. */
public final class App {

    private App() {}

    /**
     * Keeps standard output for results and protocol messages before anything else can write to it: what libraries print goes
     * to standard error from the first statement on.
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        LogProvider.install();
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = new Cli(out, err, System.getProperty("catalogbridge.terminal", "none")).run(args);
        out.flush();
        System.exit(exitCode);
    }
}
