package io.catalogbridge.server.bridge;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The right to use the sandbox of a data folder: as its owner, who runs it, or as a guest of the process that does.
 *
 * <p>The owner holds a lock on the folder and writes down its addresses; the operating system gives the lock free however the
 * owner ends.
 */
final class SandboxLease implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MS = 50;

    private final SandboxAddress address;
    private final @Nullable Closeable ownership;

    private SandboxLease(SandboxAddress address, @Nullable Closeable ownership) {
        this.address = address;
        this.ownership = ownership;
    }

    /** A sandbox that runs in this process and where it can be reached. */
    record Running(SandboxAddress address, Closeable sandbox) {}

    /**
     * Takes the folder and starts the sandbox, or joins the process that has taken it.
     *
     * @throws IOException if the folder cannot be used, or its owner does not say where it can be reached
     */
    static SandboxLease take(Path folder, Supplier<Running> starter) throws IOException {
        Files.createDirectories(folder);
        Instant end = Instant.now().plus(PATIENCE);
        Path addressFile = folder.resolve("sandbox.json");
        while (true) {
            Optional<FileChannel> lock = lock(folder.resolve("sandbox.lock"));
            if (lock.isPresent()) {
                return own(lock.get(), addressFile, starter);
            }
            Optional<SandboxAddress> address = read(addressFile);
            if (address.isPresent()) {
                return new SandboxLease(address.get(), null);
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException("another process runs the sandbox of " + folder + " and does not say where");
            }
            pause();
        }
    }

    private static SandboxLease own(FileChannel lock, Path addressFile, Supplier<Running> starter) throws IOException {
        try {
            Files.deleteIfExists(addressFile);
            Running running = starter.get();
            write(addressFile, running.address());
            return new SandboxLease(running.address(), () -> {
                Files.deleteIfExists(addressFile);
                running.sandbox().close();
                lock.close();
            });
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private static void write(Path file, SandboxAddress address) throws IOException {
        Path draft = file.resolveSibling("sandbox.json.new");
        Files.writeString(draft, address.json().toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<SandboxAddress> read(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(SandboxAddress.parse(Files.readString(file))) : Optional.empty();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the sandbox of another process", e);
        }
    }

    SandboxAddress address() {
        return address;
    }

    /** True if the sandbox runs in this process. */
    boolean owner() {
        return ownership != null;
    }

    @Override
    public void close() {
        if (ownership != null) {
            try {
                ownership.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the sandbox could not be stopped", e);
            }
        }
    }
}
