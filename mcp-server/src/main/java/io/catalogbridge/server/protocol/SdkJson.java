package io.catalogbridge.server.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import tools.jackson.databind.json.JsonMapper;

/** How the SDK's types become JSON and back. Thread-safe. */
public final class SdkJson {

    static final TypeRef<InitializeRequest> INITIALIZE = new TypeRef<>() {};

    /**
     * The SDK marks the mode of an elicitation both as its type and as a property, which Jackson refuses to write; the property
     * is enough.
     */
    public static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.builder()
            .addMixIn(ElicitRequest.class, WithoutType.class)
            .build());

    private SdkJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface WithoutType {}
}
