package io.catalogbridge.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is kept: {@code ${env:NAME}} or {@code ${file:path}}. Resolved each time it is asked for, so that a
 * rotated secret is picked up; never printed.
 */
public final class SecretReference implements Supplier<String> {

    private static final Pattern FORM = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    private final String scheme;
    private final String place;
    private final String where;
    private final Map<String, String> environment;

    private SecretReference(String scheme, String place, String where, Map<String, String> environment) {
        this.scheme = scheme;
        this.place = place;
        this.where = where;
        this.environment = environment;
    }

    /** Accepts a reference and nothing else: a secret in plain text is refused without being repeated. */
    static SecretReference of(YamlNode node, Map<String, String> environment) {
        Matcher matcher = FORM.matcher(node.text());
        if (!matcher.matches()) {
            throw node.error("a secret must not stand in the configuration; write ${env:NAME} or ${file:path}");
        }
        String where = node.file() + ":" + node.line() + ": " + node.path();
        return new SecretReference(matcher.group(1), matcher.group(2), where, environment);
    }

    /**
     * The same, of a text that does not stand in a file.
     *
     * @param where what to call the place in complaints, such as {@code --token}
     * @throws ConfigException if the text is no reference; it is not repeated
     */
    public static SecretReference parse(String text, String where, Map<String, String> environment) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigException(where + ": write where the secret is, as ${env:NAME} or ${file:path}");
        }
        return new SecretReference(matcher.group(1), matcher.group(2), where, environment);
    }

    /** @throws ConfigException if the place holds no secret */
    @Override
    public String get() {
        String secret = scheme.equals("env") ? environment.getOrDefault(place, "") : fileContent();
        if (secret.isEmpty()) {
            throw new ConfigException(where + ": " + description() + " is not set or empty");
        }
        return secret;
    }

    private String fileContent() {
        try {
            return Files.readString(Path.of(place)).strip();
        } catch (IOException e) {
            throw new ConfigException(where + ": " + description() + " cannot be read");
        }
    }

    private String description() {
        return scheme.equals("env") ? "environment variable " + place : "file " + place;
    }

    @Override
    public String toString() {
        return "${" + scheme + ":" + place + "}";
    }
}
