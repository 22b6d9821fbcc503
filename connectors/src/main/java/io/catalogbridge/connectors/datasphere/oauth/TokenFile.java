package io.catalogbridge.connectors.datasphere.oauth;

import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person's tokens on disk: readable by nobody else, replaced as a whole. */
final class TokenFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;

    TokenFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * The tokens kept; empty if there is no file.
     *
     * @throws ConnectorException if others may read the file, or it holds something else
     */
    Optional<Token> read() {
        try {
            requirePrivate();
            return Optional.of(parse(Files.readString(path)));
        } catch (NoSuchFileException nobodySignedIn) {
            return Optional.empty();
        } catch (IOException | JacksonException | DateTimeException cause) {
            throw unusable("cannot be read", "Delete it and sign in again.", cause);
        }
    }

    /** Replaces what is kept; after a crash either the old or the new tokens are there. */
    void write(Token token) {
        try {
            Path folder = path.getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "token", ".new", privately());
            Files.writeString(draft, print(token));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw unusable("cannot be written", "Check the folder's permissions and the space on disk.", cause);
        }
    }

    private void requirePrivate() throws IOException {
        if (!posix()) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw unusable("can be used by others", "Run chmod 600 on it, or delete it and sign in again.", null);
        }
    }

    private FileAttribute<?>[] privately() {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Token parse(String text) {
        JsonNode root = JSON.readTree(text);
        String refresh = root.path("refresh_token").asString("");
        return new Token(
                root.path("access_token").asString(""),
                Instant.parse(root.path("renew_at").asString("")),
                refresh.isEmpty() ? null : refresh);
    }

    private static String print(Token token) {
        ObjectNode root = JSON.createObjectNode();
        root.put("access_token", token.access());
        root.put("refresh_token", token.refresh());
        root.put("renew_at", token.renewAt().toString());
        return root.toString();
    }

    private ConnectorException unusable(String what, String remedy, @Nullable Throwable cause) {
        return new ConnectorException(
                ErrorKind.AUTH, path.toString(), "The token file " + path + " " + what, remedy, cause);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
