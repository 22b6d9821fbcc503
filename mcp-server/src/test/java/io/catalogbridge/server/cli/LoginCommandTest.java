package io.catalogbridge.server.cli;

import io.catalogbridge.connectors.sandbox.Sandbox;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LoginCommandTest {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/oauth/authorize\\S+");

    @TempDir
    private Path folder;

    @Test
    void keepsTheTokensOfThePersonWhoSignedIn() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.demo().withData(folder.resolve("sandbox")))) {
            CompletableFuture<HttpResponse<String>> browser = new CompletableFuture<>();
            int exitCode = run(
                    new Browser(browser), "login", "--config", config(sandbox).toString(), "--env", "wolf");

            assertThat(exitCode).isEqualTo(ExitCodes.DONE);
            assertThat(browser.get().body()).contains("close this page");
            assertThat(Files.readString(folder.resolve("data/tokens-wolf.json")))
                    .contains("refresh");
        }
    }

    @Test
    void saysThatTechnicalUsersNeedNoSigningIn() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int exitCode = run(said, "login");

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("source.grant");
    }

    private int run(OutputStream err, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return new Cli(
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        "none")
                .run(all);
    }

    private Path config(Sandbox sandbox) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), sandbox.clientSecret());
        return Files.writeString(folder.resolve("bridge.yaml"), """
                environments:
                  wolf:
                    source:
                      type: datasphere
                      url: %s
                      tokenUrl: %s
                      grant: authorization-code
                      clientId: '%s'
                      clientSecret: ${file:%s}
                      redirect: http://localhost:%d/
                    target:
                      type: sandbox
                """.formatted(
                        sandbox.datasphereUrl(), sandbox.tokenUrl(), sandbox.clientId(), secret, freePort()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Opens the address as soon as it is printed, as the person would. */
    private static final class Browser extends OutputStream {

        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<HttpResponse<String>> opened;
        private boolean busy;

        private Browser(CompletableFuture<HttpResponse<String>> opened) {
            this.opened = opened;
        }

        @Override
        public void write(int letter) {
            text.append((char) letter);
            Matcher address = ADDRESS.matcher(text);
            if (!busy && letter == '\n' && address.find()) {
                busy = true;
                new Thread(() -> visit(URI.create(address.group())), "browser").start();
            }
        }

        private void visit(URI address) {
            try {
                opened.complete(open(address));
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        }

        private static HttpResponse<String> open(URI address) {
            try {
                return HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
