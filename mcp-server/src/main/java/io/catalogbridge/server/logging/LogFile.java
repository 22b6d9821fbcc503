package io.catalogbridge.server.logging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that any number of processes append lines to, bounded in size and age. A full file becomes {@code NAME.1}, that one
 * {@code NAME.2}, and so on; the oldest is dropped. Opened when the first line is written. Only its owner can read it, where
 * the file system knows owners. A file that cannot be written is given up: logging never stops the work. Thread-safe.
 */
final class LogFile {

    /**
     * How much is kept.
     *
     * @param bytes  at which a file is full
     * @param files  how many full ones are kept
     * @param age    after which a full one is dropped
     */
    record Bounds(long bytes, int files, Duration age) {

        static final Bounds DEFAULT = new Bounds(5L << 20, 4, Duration.ofDays(14));
    }

    private final Path file;
    private final Bounds bounds;
    private final Clock clock;
    private @Nullable FileChannel channel;
    private @Nullable Object identity;
    private boolean givenUp;

    LogFile(Path file, Bounds bounds, Clock clock) {
        this.file = file;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Appends one line; its end is added. */
    synchronized void append(String line) {
        if (givenUp) {
            return;
        }
        try {
            FileChannel open = current();
            if (open.size() >= bounds.bytes()) {
                open = rotated();
            }
            open.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            givenUp = true;
            System.err.println("catalog-bridge: the log file cannot be written, and is given up: " + e.getMessage());
        }
    }

    /** Another process may have moved the file away since. */
    private FileChannel current() throws IOException {
        FileChannel open = channel;
        if (open != null && isStill(identity)) {
            return open;
        }
        return open == null ? first() : reopened();
    }

    private boolean isStill(@Nullable Object opened) throws IOException {
        try {
            return identity().equals(opened);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Object identity() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return key == null ? attributes.creationTime() : key;
    }

    private FileChannel first() throws IOException {
        createPrivateFolder(file.toAbsolutePath().resolveSibling(""));
        dropOld();
        return reopened();
    }

    private FileChannel reopened() throws IOException {
        if (channel != null) {
            channel.close();
        }
        FileChannel opened = open(file, StandardOpenOption.APPEND);
        channel = opened;
        identity = identity();
        return opened;
    }

    /** Of several processes that find the file full, one moves it away. */
    private FileChannel rotated() throws IOException {
        try (FileChannel lock = open(sibling("lock"), StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && isStill(identity)) {
                moveAway();
            }
            dropOld();
            return reopened();
        }
    }

    private void moveAway() throws IOException {
        for (int number = bounds.files() - 1; number >= 1; number--) {
            move(sibling(String.valueOf(number)), sibling(String.valueOf(number + 1)));
        }
        move(file, sibling("1"));
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void dropOld() throws IOException {
        Instant oldest = clock.instant().minus(bounds.age());
        for (int number = 1; number <= bounds.files(); number++) {
            Path full = sibling(String.valueOf(number));
            if (Files.exists(full)
                    && Files.getLastModifiedTime(full).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(full);
            }
        }
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + "." + ending);
    }

    private static FileChannel open(Path path, StandardOpenOption how) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, how), ownerOnly(path, "rw-------"));
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
