package io.catalogbridge.connectors.glue;

import io.catalogbridge.mapping.glue.GlueType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * Keeps one of each for a reading: tables of one catalog repeat the same types, parameter names and formats a million
 * times. Thread-safe.
 */
final class Interner {

    /** Longer texts hardly ever repeat. */
    private static final int LONGEST_REPEATED = 64;

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, GlueType> types = new ConcurrentHashMap<>();
    private final Map<TableInput, TableInput> frames = new ConcurrentHashMap<>();

    String text(String text) {
        return text.length() > LONGEST_REPEATED ? text : texts.computeIfAbsent(text, same -> same);
    }

    GlueType type(String spelling) {
        return types.computeIfAbsent(spelling, GlueType::parse);
    }

    TableInput frame(TableInput frame) {
        return frames.computeIfAbsent(frame, same -> same);
    }
}
