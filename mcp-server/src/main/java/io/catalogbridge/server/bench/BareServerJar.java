package io.catalogbridge.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * A server of the SDK alone, cut out of the runnable jar: it has not to look for its classes among those of the whole product,
 * and so is no easier to beat than it should be.
 */
final class BareServerJar {

    static final String MAIN = "io.catalogbridge.server.protocol.bare.BareServer";

    private static final List<String> PARTS = List.of(
            "io/catalogbridge/server/protocol/bare/",
            "io/modelcontextprotocol/",
            "reactor/",
            "org/reactivestreams/",
            "tools/jackson/core/",
            "tools/jackson/databind/",
            "com/fasterxml/jackson/",
            "com/networknt/",
            "com/ethlo/",
            "org/slf4j/",
            "draft",
            "jsv-messages",
            "META-INF/services/io.modelcontextprotocol",
            "META-INF/services/tools.jackson");

    private BareServerJar() {}

    /** @param product the runnable jar */
    static void write(Path product, Path bare) throws IOException {
        try (JarFile from = new JarFile(product.toFile());
                OutputStream file = Files.newOutputStream(bare);
                JarOutputStream to = new JarOutputStream(file)) {
            for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                if (!entry.isDirectory() && PARTS.stream().anyMatch(entry.getName()::startsWith)) {
                    copy(from, entry, to);
                }
            }
        }
    }

    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        to.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = from.getInputStream(entry)) {
            content.transferTo(to);
        }
        to.closeEntry();
    }
}
