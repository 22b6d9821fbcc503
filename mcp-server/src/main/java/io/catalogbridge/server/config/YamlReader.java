package io.catalogbridge.server.config;

import io.catalogbridge.server.config.YamlNode.Absent;
import io.catalogbridge.server.config.YamlNode.Mapping;
import io.catalogbridge.server.config.YamlNode.Scalar;
import io.catalogbridge.server.config.YamlNode.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML file into located nodes. */
final class YamlReader {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String file;
    private final JsonParser parser;

    private YamlReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static YamlNode read(Path path) {
        try {
            return read(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new ConfigException(path + ": the configuration cannot be read; expected a UTF-8 YAML file");
        }
    }

    static YamlNode read(String file, String yaml) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            return new YamlReader(file, parser).document();
        } catch (JacksonException e) {
            int line = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            throw new ConfigException(file + ":" + line + ": not well-formed YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private YamlNode document() {
        return parser.nextToken() == null ? new YamlNode(file, 1, "", new Absent()) : node("");
    }

    private YamlNode node(String path) {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new YamlNode(file, line, path, mapping(path));
        }
        if (token == JsonToken.START_ARRAY) {
            return new YamlNode(file, line, path, sequence(path));
        }
        if (token == JsonToken.VALUE_NULL) {
            return new YamlNode(file, line, path, new Absent());
        }
        return new YamlNode(file, line, path, new Scalar(parser.getString(), token == JsonToken.VALUE_STRING));
    }

    private Mapping mapping(String path) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            YamlNode node = node(path.isEmpty() ? key : path + "." + key);
            if (entries.put(key, node) != null) {
                throw node.error("the key stands here twice");
            }
        }
        return new Mapping(entries);
    }

    private Sequence sequence(String path) {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return new Sequence(items);
    }
}
