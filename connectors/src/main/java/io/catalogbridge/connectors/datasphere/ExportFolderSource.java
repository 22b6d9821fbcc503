package io.catalogbridge.connectors.datasphere;

import io.catalogbridge.connectors.datasphere.ExportFile.Sidecar;
import io.catalogbridge.connectors.http.BodyReader.MalformedBody;
import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.csn.SnapshotAssembler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A folder of exports, for those without access to the interfaces.
 *
 * <p>Every first-level folder is a space, named after it in upper case; all JSON files at any depth below it are exports of
 * objects of that space. Directly in it may lie {@code space.json} (the answer of a space read or its {@code
 * spaceDefinition}), {@code connections.json} (the answer of the connections list) and {@code inventory.json} (rows of object
 * lists by technical name). A file that cannot be read is a gap of its space.
 *
 * <p>A scope narrows the result, not what is read. No calls are made.
 */
public final class ExportFolderSource implements CatalogSource {

    private final Path root;

    /** A source that reads the folder anew for each discovery. */
    public ExportFolderSource(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public CatalogSnapshot discover(DiscoveryScope scope, Progress progress) {
        List<ExportFile> files = files();
        SortedSet<String> spaces = files.stream().map(ExportFile::space).collect(Collectors.toCollection(TreeSet::new));
        SnapshotSink sink = new SnapshotSink(new SnapshotAssembler(name(), scope.whole(), spaces));
        scope.spaces().stream()
                .filter(space -> !spaces.contains(space))
                .forEach(space -> sink.gap(AssetId.SCHEME + space, "There is no such folder in " + root));
        progress.stage("files", files.size());
        read(spaces, files, sink, progress);
        return scope.whole() ? sink.assemble() : Excerpt.of(sink.assemble(), scope);
    }

    private static void read(SortedSet<String> spaces, List<ExportFile> files, SnapshotSink sink, Progress progress) {
        spaces.forEach(space -> sink.space(new Space(space, space, null, List.of())));
        for (ExportFile file : files) {
            if (progress.cancelled()) {
                spaces.forEach(space -> sink.gap(AssetId.SCHEME + space, "The run was cancelled before all was read"));
                return;
            }
            read(file, sink);
            progress.advance(1);
        }
    }

    private static void read(ExportFile file, SnapshotSink sink) {
        try {
            JsonNode document = file.read();
            if (file.is(Sidecar.SPACE)) {
                sink.space(ExportedSpace.described(file.space(), document));
            } else if (file.is(Sidecar.CONNECTIONS)) {
                sink.space(ExportedSpace.connected(file.space(), document));
            } else if (file.is(Sidecar.INVENTORY)) {
                ExportedSpace.facts(document)
                        .forEach((name, facts) -> sink.facts(new AssetId(file.space(), name), facts));
            } else {
                sink.definition(file.space(), null, null, document);
            }
        } catch (MalformedBody cause) {
            sink.gap(AssetId.SCHEME + file.space(), file + ": " + cause.getMessage());
        }
    }

    /** A folder without any export is a mistake, such as a drive that is not there; it must not pass for an empty tenant. */
    private List<ExportFile> files() {
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            List<ExportFile> files = walk.filter(Files::isRegularFile)
                    .map(file -> ExportFile.of(root, file))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw unusable("holds no export of any space", null);
            }
            return files;
        } catch (IOException | UncheckedIOException cause) {
            throw unusable("cannot be read", cause);
        }
    }

    private ConnectorException unusable(String what, @Nullable Exception cause) {
        return new ConnectorException(
                ErrorKind.INVALID,
                root.toString(),
                "The folder " + root + " " + what,
                "Name a folder that holds one folder per space, and that may be read.",
                cause);
    }

    private String name() {
        Path last = root.getFileName();
        return last == null ? root.toString() : last.toString();
    }

    @Override
    public CallCounts calls() {
        return CallCounts.NONE;
    }

    @Override
    public void close() {}
}
