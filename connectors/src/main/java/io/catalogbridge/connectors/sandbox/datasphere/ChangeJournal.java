package io.catalogbridge.connectors.sandbox.datasphere;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remembers change scripts across restarts: one line per script, appended and forced to disk before the script counts
 * as done. A last line cut short by a crash was never confirmed and is dropped. Not thread-safe.
 */
final class ChangeJournal {

    private static final String FILE_NAME = "datasphere-changes.jsonl";

    private final @Nullable Path file;

    private ChangeJournal(@Nullable Path file) {
        this.file = file;
    }

    /** A journal that forgets. */
    static ChangeJournal inMemory() {
        return new ChangeJournal(null);
    }

    /**
     * A journal in a folder, which is created when missing.
     *
     * @throws IOException when the folder cannot be created
     */
    static ChangeJournal in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new ChangeJournal(folder.resolve(FILE_NAME));
    }

    /**
     * All scripts, oldest first; cuts an unfinished last line off the file.
     *
     * @throws IOException when the file cannot be read, or is damaged before its last line
     */
    List<Entry> read() throws IOException {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        int confirmed = afterLastLineFeed(bytes);
        if (confirmed < bytes.length) {
            truncate(confirmed);
        }
        List<Entry> entries = new ArrayList<>();
        for (String line :
                new String(bytes, 0, confirmed, StandardCharsets.UTF_8).lines().toList()) {
            entries.add(parse(line));
        }
        return entries;
    }

    /**
     * Adds a script; when this returns, it survives a crash.
     *
     * @throws IOException when it could not be written; the file is as before
     */
    void append(Entry entry) throws IOException {
        if (file == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long before = channel.size();
            try {
                write(channel.position(before), entry.toJson() + "\n");
            } catch (IOException failure) {
                channel.truncate(before);
                throw failure;
            }
        }
    }

    private static void write(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private void truncate(int size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static int afterLastLineFeed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private Entry parse(String line) throws IOException {
        try {
            return Entry.parse(Json.MAPPER.readTree(line));
        } catch (JacksonException | ChangeRejected | IllegalArgumentException damaged) {
            throw new IOException(
                    file + " holds a line that is no change script; move the file away to start anew", damaged);
        }
    }

    /** One script and when it was run. */
    record Entry(Instant at, List<ChangeStep> steps) {

        Entry {
            steps = List.copyOf(steps);
        }

        String toJson() {
            ArrayNode written = Json.array();
            steps.forEach(step -> written.add(step.details()));
            ObjectNode entry = Json.object().put("at", at.toString());
            entry.set("steps", written);
            return entry.toString();
        }

        static Entry parse(JsonNode json) {
            List<ChangeStep> steps =
                    json.path("steps").valueStream().map(ChangeStep::parse).toList();
            Instant at = Json.text(json, "at")
                    .map(ChangeJournal::instant)
                    .orElseThrow(() -> new ChangeRejected("The script has no time"));
            return new Entry(at, steps);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException cause) {
            throw new IllegalArgumentException("Not a time: " + text, cause);
        }
    }
}
