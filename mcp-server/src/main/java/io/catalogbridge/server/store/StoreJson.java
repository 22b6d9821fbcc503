package io.catalogbridge.server.store;

import io.catalogbridge.mapping.glue.GlueDatabase;
import io.catalogbridge.mapping.glue.GlueTable;
import io.catalogbridge.mapping.glue.GlueType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records of the mapping as JSON in the store; types are kept in their Hive spelling. */
final class StoreJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(GlueType.class, new TypeWriter())
                    .addDeserializer(GlueType.class, new TypeReader()))
            .build();

    private StoreJson() {}

    static byte[] pack(Object content) {
        return Compact.pack(MAPPER.writeValueAsBytes(content));
    }

    static GlueTable table(byte[] packed) {
        return MAPPER.readValue(Compact.bytes(packed), GlueTable.class);
    }

    static GlueDatabase database(byte[] packed) {
        return MAPPER.readValue(Compact.bytes(packed), GlueDatabase.class);
    }

    private static final class TypeWriter extends StdSerializer<GlueType> {
        TypeWriter() {
            super(GlueType.class);
        }

        @Override
        public void serialize(GlueType type, JsonGenerator json, SerializationContext context) {
            json.writeString(type.print());
        }
    }

    private static final class TypeReader extends StdDeserializer<GlueType> {
        TypeReader() {
            super(GlueType.class);
        }

        @Override
        public GlueType deserialize(JsonParser json, DeserializationContext context) {
            return GlueType.parse(json.getString());
        }
    }
}
