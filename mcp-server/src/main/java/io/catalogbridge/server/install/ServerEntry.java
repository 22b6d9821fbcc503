package io.catalogbridge.server.install;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server's entry in the configuration of a program. */
public final class ServerEntry {

    private static final JsonMapper JSON = JsonText.STRICT;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** What an entry says of a server that is reached over the network, and not started. */
    private static final List<String> REMOTE = List.of("url", "serverUrl", "type", "headers");

    private final Host host;
    private final Path file;
    private final String name;

    /**
     * @param file the configuration; need not exist
     * @param name what the server is called in it
     */
    public ServerEntry(Host host, Path file, String name) {
        this.host = host;
        this.file = file;
        this.name = name;
    }

    /** What to paste where the file cannot be changed: the file as it would be with nothing else in it. */
    public String snippet(StartCommand command) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject(host.section()).set(name, entry(command));
        return JSON.writeValueAsString(root);
    }

    private static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    private JsonNode entry(StartCommand command) {
        return tree(host.entry(command));
    }

    /**
     * How the file would be with the entry. What a person has added to an entry that is there is kept.
     *
     * @throws NotEditable if it cannot be changed without losing something
     * @throws IOException if it cannot be read
     */
    public Edit with(StartCommand command) throws NotEditable, IOException {
        Optional<String> before = read();
        JsonText text = JsonText.of(before.orElse(""));
        JsonNode there = text.value(host.section(), name);
        JsonNode wanted = entry(command);
        JsonNode merged = there instanceof ObjectNode object ? kept(object).setAll((ObjectNode) wanted) : wanted;
        return new Edit(
                before, text.with(host.section(), name, merged).text(), there == null ? Effect.ADDED : Effect.UPDATED);
    }

    private static ObjectNode kept(ObjectNode there) {
        boolean remote = there.has("url") || there.has("serverUrl");
        return remote ? there.deepCopy().remove(REMOTE) : there.deepCopy();
    }

    /**
     * How the file would be without the entry.
     *
     * @throws NotEditable if it cannot be changed without losing something
     * @throws IOException if it cannot be read
     */
    public Edit without() throws NotEditable, IOException {
        Optional<String> before = read();
        if (before.isEmpty()) {
            return new Edit(before, "", Effect.REMOVED);
        }
        String after = JsonText.of(before.get()).without(host.section(), name).text();
        return new Edit(before, after, Effect.REMOVED);
    }

    private Optional<String> read() throws IOException, NotEditable {
        try {
            String text = Files.readString(file);
            if (readOnly(file)) {
                throw new NotEditable("it is read-only");
            }
            return Optional.of(text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedInputException e) {
            throw new NotEditable("it is not text in UTF-8");
        }
    }

    /** Also for those whom the system lets write to everything. */
    private static boolean readOnly(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return !Files.isWritable(file)
                || (view != null && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE));
    }

    /** What becomes of the entry. */
    public enum Effect {
        ADDED,
        UPDATED,
        REMOVED,
        UNCHANGED
    }

    /**
     * A change of the file that has not been made yet.
     *
     * @param before the file as it is; absent if there is none
     * @param after  the file as it will be
     */
    public record Edit(Optional<String> before, String after, Effect intended) {

        public Effect effect() {
            return after.equals(before.orElse("")) ? Effect.UNCHANGED : intended;
        }
    }

    /**
     * Makes a change, in one step: whoever reads the file sees the old or the new one. The old one is kept beside it.
     *
     * @return the copy of the old file; absent if nothing changed or there was none
     * @throws IOException if it cannot be written; the file is then as before
     */
    public Optional<Path> write(Edit edit, Clock clock) throws IOException {
        if (edit.effect() == Effect.UNCHANGED) {
            return Optional.empty();
        }
        Path real = behindLinks();
        Files.createDirectories(real.resolveSibling(""));
        @Nullable Path backup = null;
        if (edit.before().isPresent()) {
            backup = real.resolveSibling(real.getFileName() + "." + STAMP.format(clock.instant()) + ".bak");
            Files.copy(real, backup, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        replace(real, edit.after());
        return Optional.ofNullable(backup);
    }

    private Path behindLinks() throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path absolute = file.toAbsolutePath();
        return Files.isSymbolicLink(absolute) ? absolute.resolveSibling(Files.readSymbolicLink(absolute)) : absolute;
    }

    private static void replace(Path file, String text) throws IOException {
        Path made = Files.createTempFile(file.resolveSibling(""), "." + file.getFileName(), ".new");
        try {
            Files.writeString(made, text);
            if (Files.exists(file) && Files.getFileAttributeView(made, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(file));
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
