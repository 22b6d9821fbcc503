package io.catalogbridge.server.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JavaHomeTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheVersionOffTheRelease() throws IOException {
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");

        assertThat(JavaHome.at(folder)).contains(new JavaHome(folder, 25));
    }

    @Test
    void knowsTheOneThatRunsThis() {
        JavaHome current = JavaHome.current();

        assertThat(JavaHome.at(current.folder())).contains(current);
        assertThat(current.java()).exists();
    }

    @Test
    void findsNoneInAnotherFolder() throws IOException {
        assertThat(JavaHome.at(folder)).isEmpty();
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"none\"\n");
        assertThat(JavaHome.at(folder)).isEmpty();
    }
}
