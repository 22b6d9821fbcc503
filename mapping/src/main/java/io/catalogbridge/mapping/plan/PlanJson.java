package io.catalogbridge.mapping.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.catalogbridge.mapping.glue.GlueType;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Plans as JSON. The full form holds everything and can be read back; the summary form is for programs that look at a plan.
 * Equal plans give equal texts.
 */
public final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(GlueType.class, new TypeWriter())
                    .addDeserializer(GlueType.class, new TypeReader()))
            .addMixIn(Change.class, ByKind.class)
            .addMixIn(Precondition.class, ByKind.class)
            .registerSubtypes(
                    new NamedType(Change.CreateDatabase.class, "create-database"),
                    new NamedType(Change.UpdateDatabase.class, "update-database"),
                    new NamedType(Change.CreateTable.class, "create-table"),
                    new NamedType(Change.UpdateTable.class, "update-table"),
                    new NamedType(Change.DeleteTable.class, "delete-table"),
                    new NamedType(Change.CreateJob.class, "create-job"),
                    new NamedType(Change.UpdateJob.class, "update-job"),
                    new NamedType(Change.DeleteJob.class, "delete-job"),
                    new NamedType(Precondition.Absent.class, "absent"),
                    new NamedType(Precondition.Present.class, "present"),
                    new NamedType(Precondition.VersionIs.class, "version-is"),
                    new NamedType(Precondition.OwnedBy.class, "owned-by"))
            .build();

    private PlanJson() {}

    /** The full form. */
    public static String write(Plan plan) {
        return MAPPER.writeValueAsString(plan);
    }

    /** The full form of large plans, in UTF-8, without holding it in memory. */
    public static void write(Plan plan, OutputStream out) {
        MAPPER.writeValue(out, plan);
    }

    /**
     * Reads the full form.
     *
     * @throws tools.jackson.core.JacksonException if this is not the full form of a plan
     */
    public static Plan read(String json) {
        return MAPPER.readValue(json, Plan.class);
    }

    /**
     * The summary form: {@code {planId, digest, environment, complete, summary, calls{target}, changes[{action, kind, subject,
     * database, name, fields[{field, before, after}]}], skipped, conflicts, findings}}.
     */
    public static ObjectNode summary(Plan plan) {
        return PlanSummaryForm.of(plan, MAPPER);
    }

    /** Hash of everything that applying depends on. */
    static String digest(String environment, List<Change> changes) {
        MessageDigest sha256 = sha256();
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256);
        MAPPER.writeValue(out, new Applicable(environment, changes));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Applicable(String environment, List<Change> changes) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface ByKind {}

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
