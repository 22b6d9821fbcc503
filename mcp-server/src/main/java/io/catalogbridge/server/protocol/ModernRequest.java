package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.LogLevel;
import io.catalogbridge.server.surface.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request of the stateless era says of itself in {@code _meta} (MCP 2026-07-28, basic).
 *
 * @param capabilities what the client can do, by name
 * @param clientName   absent if it does not say
 * @param logLevel     the gravest messages it does not want; absent if it wants none
 */
record ModernRequest(
        String version,
        Map<String, Object> capabilities,
        @Nullable String clientName,
        @Nullable LogLevel logLevel) {

    static final String VERSION = "2026-07-28";

    /** All versions that are spoken, the newest first. */
    static final List<String> SUPPORTED = Stream.concat(
                    Stream.of(VERSION), LegacySession.VERSIONS.stream().sorted(Comparator.reverseOrder()))
            .toList();

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final String PROTOCOL_VERSION = PREFIX + "protocolVersion";
    private static final String CLIENT_CAPABILITIES = PREFIX + "clientCapabilities";
    private static final String CLIENT_INFO = PREFIX + "clientInfo";
    private static final String LOG_LEVEL = PREFIX + "logLevel";
    private static final int CLIENT_NAME_LENGTH = 64;

    /** Whether a request belongs to this era, right or wrong. */
    static boolean is(String method, Map<String, Object> params) {
        Map<String, Object> meta = Params.values(params.get("_meta"));
        return method.equals(ModernEra.DISCOVER)
                || meta.containsKey(PROTOCOL_VERSION)
                || meta.containsKey(CLIENT_CAPABILITIES);
    }

    /** The version that a request names, if it names one. */
    static @Nullable Object version(Map<String, Object> params) {
        return Params.values(params.get("_meta")).get(PROTOCOL_VERSION);
    }

    /** Reads and judges the request. */
    static ModernRequest of(Params params) throws Refusal {
        Params meta = params.object("_meta");
        if (!(meta.any(PROTOCOL_VERSION) instanceof String version)) {
            throw atTheDoor(PROTOCOL_VERSION, "a string");
        }
        if (!(meta.any(CLIENT_CAPABILITIES) instanceof Map<?, ?> capabilities)) {
            throw atTheDoor(CLIENT_CAPABILITIES, "an object");
        }
        if (!version.equals(VERSION)) {
            throw new Refusal(
                    Refusal.UNSUPPORTED_VERSION,
                    "Unsupported protocol version: " + SafeText.of(version, CLIENT_NAME_LENGTH),
                    Map.of("supported", SUPPORTED, "requested", version));
        }
        Object name = Params.values(meta.any(CLIENT_INFO)).get("name");
        return new ModernRequest(
                version,
                Params.named(capabilities),
                name instanceof String text ? SafeText.of(text, CLIENT_NAME_LENGTH) : null,
                logLevel(meta.any(LOG_LEVEL)));
    }

    private static Refusal atTheDoor(String key, String kind) {
        return Refusal.invalidParams("'_meta." + key + "' must be " + kind).atTheDoor();
    }

    private static @Nullable LogLevel logLevel(@Nullable Object name) throws Refusal {
        if (name == null) {
            return null;
        }
        for (LogLevel level : LogLevel.values()) {
            if (level.label().equals(String.valueOf(name).toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        throw atTheDoor(LOG_LEVEL, "a log level");
    }

    boolean declares(String capability) {
        return capabilities.get(capability) instanceof Map<?, ?> declared
                && !(capability.equals("elicitation") && urlOnly(declared));
    }

    /** Without a mode the client means forms. */
    private static boolean urlOnly(Map<?, ?> elicitation) {
        return elicitation.containsKey("url") && !elicitation.containsKey("form");
    }

    boolean declaresExtension(String extension) {
        return Params.values(capabilities.get("extensions")).containsKey(extension);
    }

    boolean wants(LogLevel level) {
        return logLevel != null && level.compareTo(logLevel) >= 0;
    }
}
