package io.catalogbridge.server.install;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A program that assistants run in, and how it is told of servers. */
public enum Host {
    CLAUDE_DESKTOP("mcpServers") {
        @Override
        public Path file(Machine machine) {
            return machine.applications().resolve("Claude").resolve("claude_desktop_config.json");
        }
    },
    CLAUDE_CODE("mcpServers") {
        @Override
        Map<String, String> marks() {
            return Map.of("type", "stdio");
        }

        @Override
        public Path file(Machine machine) {
            return machine.variable("CLAUDE_CONFIG_DIR", machine.home()).resolve(".claude.json");
        }
    },
    VSCODE("servers") {
        @Override
        Map<String, String> marks() {
            return Map.of("type", "stdio");
        }

        @Override
        public Path file(Machine machine) {
            return machine.applications().resolve("Code").resolve("User").resolve("mcp.json");
        }
    },
    CURSOR("mcpServers") {
        @Override
        public Path file(Machine machine) {
            return machine.home().resolve(".cursor").resolve("mcp.json");
        }
    },
    /** The agent of IntelliJ IDEA and its relatives. */
    INTELLIJ("mcpServers") {
        @Override
        public Path file(Machine machine) {
            return machine.home().resolve(".junie").resolve("mcp").resolve("mcp.json");
        }
    },
    WINDSURF("mcpServers") {
        @Override
        public Path file(Machine machine) {
            return machine.home().resolve(".codeium").resolve("windsurf").resolve("mcp_config.json");
        }
    },
    ZED("context_servers") {
        @Override
        Map<String, String> marks() {
            return Map.of("source", "custom");
        }

        @Override
        public Path file(Machine machine) {
            return machine.os() == Machine.Os.WINDOWS
                    ? machine.applications().resolve("Zed").resolve("settings.json")
                    : machine.configuration().resolve("zed").resolve("settings.json");
        }
    };

    private final String section;

    Host(String section) {
        this.section = section;
    }

    /** The user's configuration. */
    public abstract Path file(Machine machine);

    /** The member of the file that names the servers. */
    public String section() {
        return section;
    }

    /** What every entry says beside the command. */
    Map<String, String> marks() {
        return Map.of();
    }

    /** What is written for a server. */
    public Map<String, Object> entry(StartCommand command) {
        Map<String, Object> entry = new LinkedHashMap<>(marks());
        entry.put("command", command.program());
        entry.put("args", command.arguments());
        return entry;
    }

    /** As people write it: {@code claude-desktop}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Host> named(String label) {
        return Arrays.stream(values())
                .filter(host -> host.label().equalsIgnoreCase(label))
                .findFirst();
    }
}
