package io.catalogbridge.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The folder that keeps plans, runs and the index. */
record FolderExamination(Path folder) implements Examination {

    private static final String FOLDER = "data folder";
    private static final String DISK = "disk space";
    private static final String ANOTHER = "Make the folder writable for this user, or name another with --data.";
    private static final long MEBIBYTE = 1 << 20;
    private static final long ENOUGH = 1024 * MEBIBYTE;
    private static final long TOO_LITTLE = 64 * MEBIBYTE;

    @Override
    public void run(Consumer<Check> findings) {
        Check writable = writable();
        findings.accept(writable);
        findings.accept(writable.failed() ? Check.skipped(DISK, "Not known without the folder", "") : space());
    }

    /** Only trying tells: permissions, read-only mounts and full disks look different, and fail alike. */
    private Check writable() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            return Check.ok(FOLDER, folder + " can be written");
        } catch (IOException e) {
            return Check.failed(
                    FOLDER,
                    folder + " cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(),
                    ANOTHER);
        }
    }

    private Check space() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String message = free / MEBIBYTE + " MiB free";
            String remedy = "Free some space, or name a folder on another disk with --data.";
            if (free < TOO_LITTLE) {
                return Check.failed(DISK, message, remedy);
            }
            return free < ENOUGH ? Check.warning(DISK, message, remedy) : Check.ok(DISK, message);
        } catch (IOException e) {
            return Check.warning(DISK, "Free space cannot be told: " + e.getMessage(), "");
        }
    }
}
