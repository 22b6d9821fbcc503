package io.catalogbridge.connectors.sandbox.aws;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * A journal in one file: a line of JSON per write, appended. A last line without its line feed was never acknowledged and is
 * dropped. Owned by one process at a time. Not thread-safe.
 */
final class FileJournal implements Journal {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final FolderLock lock;
    private RandomAccessFile file;
    private int lines;

    private FileJournal(Path path, FolderLock lock, RandomAccessFile file) {
        this.path = path;
        this.lock = lock;
        this.file = file;
    }

    /** Opens the journal of a folder, making both when needed, and reports every change in it in order. */
    static FileJournal open(Path folder, Consumer<Change> changes) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve("aws-catalog.jsonl");
        FolderLock lock = FolderLock.acquire(folder);
        try {
            FileJournal journal = new FileJournal(path, lock, new RandomAccessFile(path.toFile(), "rw"));
            journal.replay(changes);
            return journal;
        } catch (IOException | RuntimeException cause) {
            lock.close();
            throw cause;
        }
    }

    /** Number of writes that the file holds. */
    int lines() {
        return lines;
    }

    @Override
    public void append(List<Change> changes) {
        try {
            appendOrUndo(JournalLine.print(changes));
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot write to " + path, cause);
        }
    }

    /** Replaces the whole content; a crash leaves either the old or the new one. */
    void rewrite(Stream<Change> changes) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        int written = writeAll(fresh, changes.iterator());
        file.close();
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file = new RandomAccessFile(path.toFile(), "rw");
        file.seek(file.length());
        lines = written;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot close " + path, cause);
        } finally {
            lock.close();
        }
    }

    private void appendOrUndo(byte[] line) throws IOException {
        long end = file.getFilePointer();
        try {
            file.write(line);
            lines++;
        } catch (IOException cause) {
            file.setLength(end);
            throw cause;
        }
    }

    private void replay(Consumer<Change> changes) throws IOException {
        long complete = 0;
        try (LineReader reader = new LineReader(Files.newInputStream(path))) {
            for (Optional<byte[]> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines++;
                complete += line.get().length + 1L;
                parse(line.get()).forEach(changes);
            }
        }
        file.setLength(complete);
        file.seek(complete);
    }

    private List<Change> parse(byte[] line) throws IOException {
        try {
            return JournalLine.parse(line);
        } catch (JacksonException | IllegalArgumentException cause) {
            throw new IOException(
                    "Line " + lines + " of " + path + " is damaged; move the file away to start afresh", cause);
        }
    }

    private static int writeAll(Path target, Iterator<Change> changes) throws IOException {
        int written = 0;
        try (FileOutputStream fresh = new FileOutputStream(target.toFile());
                OutputStream out = new BufferedOutputStream(fresh, BUFFER_BYTES)) {
            for (; changes.hasNext(); written++) {
                out.write(JournalLine.print(List.of(changes.next())));
            }
            out.flush();
            fresh.getFD().sync();
        }
        return written;
    }
}
