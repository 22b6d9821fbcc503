package io.catalogbridge.server.protocol.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One connection to a server, kept open from request to request: the least a client can do, so that many of them leave the
 * machine to the server. Not thread-safe.
 */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MS = 120_000;
    private static final int CHUNK_BASE = 16;

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    public RawHttp(URI server) throws IOException {
        this.server = server;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /**
     * What came back.
     *
     * @param headers by name in lower case
     */
    public record Response(int status, Map<String, String> headers, String body) {

        public boolean streamed() {
            return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        }

        /** The messages in it, none if it is empty. */
        public List<String> messages() {
            if (!streamed()) {
                return body.isEmpty() ? List.of() : List.of(body);
            }
            return body.lines()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).strip())
                    .toList();
        }
    }

    public Response post(String path, Map<String, String> headers, String body) throws IOException {
        send("POST", path, headers, body.getBytes(StandardCharsets.ISO_8859_1));
        return response(false);
    }

    /** As {@link #post}, but of a stream reads one piece only and then hangs up, to start afresh. */
    public Response glance(String path, Map<String, String> headers, String body) throws IOException {
        send("POST", path, headers, body.getBytes(StandardCharsets.ISO_8859_1));
        return response(true);
    }

    /** Sends these lines and no body. */
    Response ask(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return response(false);
    }

    /** Asks for a stream; what it says is read with {@link #line}. */
    public Response open(String path) throws IOException {
        send("GET", path, Map.of("Accept", "text/event-stream"), new byte[0]);
        return head();
    }

    private void send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority());
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        out.write(request.toByteArray());
        out.flush();
    }

    private Response response(boolean glance) throws IOException {
        Response head = head();
        String body;
        if (!head.headers().containsKey("transfer-encoding")) {
            body = bytes(Integer.parseInt(head.headers().getOrDefault("content-length", "0")));
        } else if (glance && head.streamed()) {
            body = chunk();
            reconnect();
        } else {
            body = chunks();
        }
        if ("close".equals(head.headers().get("connection"))) {
            reconnect();
        }
        return new Response(head.status(), head.headers(), body);
    }

    private Response head() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Response(status, headers, "");
    }

    /** The next line, of a stream perhaps with the lengths of its chunks between them. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = read(); each != '\n'; each = read()) {
            if (each != '\r') {
                line.write(each);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int read() throws IOException {
        int each = in.read();
        if (each < 0) {
            throw new EOFException("the server closed the connection");
        }
        return each;
    }

    private String bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server closed the connection");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Without the line end behind it, which the server may keep back until it has more to say. */
    private String chunk() throws IOException {
        return bytes(Integer.parseInt(line().strip(), CHUNK_BASE));
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            body.append(chunk);
            line();
        }
        line();
        return body.toString();
    }

    private void reconnect() throws IOException {
        socket.close();
        connect();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
