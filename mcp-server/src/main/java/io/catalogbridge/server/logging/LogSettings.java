package io.catalogbridge.server.logging;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is logged and where to.
 *
 * @param verbosity 0 for warnings on standard error, 1 for what we do as well, 2 for every call
 * @param format    of both standard error and the file
 * @param folder    where the file is kept, made when the first line is written; absent for none
 */
public record LogSettings(int verbosity, LogFormat format, Optional<Path> folder) {}
