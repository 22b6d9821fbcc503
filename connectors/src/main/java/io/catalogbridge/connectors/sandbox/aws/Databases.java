package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The database operations of Glue. */
final class Databases {

    private static final int PAGE = 100;

    private final State state;
    private final GlueQuotas quotas;

    Databases(State state, GlueQuotas quotas) {
        this.state = state;
        this.quotas = quotas;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "CreateDatabase", new GlueOperation(GlueShapes.CREATE_DATABASE, this::create),
                "GetDatabase", new GlueOperation(GlueShapes.ONE_DATABASE, this::one),
                "GetDatabases", new GlueOperation(GlueShapes.GET_DATABASES, this::page),
                "UpdateDatabase", new GlueOperation(GlueShapes.UPDATE_DATABASE, this::update),
                "DeleteDatabase", new GlueOperation(GlueShapes.ONE_DATABASE, this::delete));
    }

    private ObjectNode create(Request request) {
        ObjectNode input = request.object("DatabaseInput");
        DatabaseAddress address =
                new DatabaseAddress(request.catalog(), input.path("Name").asString());
        ObjectNode tags = request.object("Tags");
        state.write(draft -> {
            requireRoom(draft, address);
            draft.put(address.key(), Document.of(database(address, input, request.now())));
            Tags.store(draft, Tags.ofDatabase(address), tags);
        });
        return Json.object();
    }

    private void requireRoom(Draft draft, DatabaseAddress address) {
        if (draft.has(address.key())) {
            throw AwsError.alreadyExists("Database already exists.");
        }
        if (draft.count(DatabaseAddress.all(address.catalog())) >= quotas.databases()) {
            throw AwsError.limitExceeded("Number of databases exceeds the limit of " + quotas.databases() + ".");
        }
    }

    private ObjectNode one(Request request) {
        Document database = state.read(address(request)::in);
        ObjectNode answer = Json.object();
        answer.putRawValue("Database", database.raw());
        return answer;
    }

    private ObjectNode page(Request request) {
        if (isForeign(request.optionalText("ResourceShareType").orElse("ALL"))) {
            return answerWith(Json.array());
        }
        Key prefix = DatabaseAddress.all(request.catalog());
        PageRequest wanted = request.page(PAGE);
        Page<Map.Entry<Key, Document>> page = state.read(view -> wanted.of(view.below(prefix, wanted.last()), prefix));
        List<String> attributes = request.texts("AttributesToGet");
        ArrayNode databases = Json.array();
        page.items().forEach(entry -> add(databases, entry.getValue(), attributes));
        return page.addTokenTo(answerWith(databases));
    }

    private ObjectNode update(Request request) {
        DatabaseAddress address = address(request);
        ObjectNode input = request.object("DatabaseInput");
        if (!new DatabaseAddress(request.catalog(), input.path("Name").asString()).equals(address)) {
            throw AwsError.invalidInput("Database rename is not supported.");
        }
        state.write(draft -> {
            long created = address.in(draft).tree().path("CreateTime").asLong();
            draft.put(address.key(), Document.of(database(address, input, created)));
        });
        return Json.object();
    }

    private ObjectNode delete(Request request) {
        DatabaseAddress address = address(request);
        state.write(draft -> {
            address.in(draft);
            draft.remove(address.key());
            draft.remove(address.tables());
            draft.remove(address.versions());
            draft.remove(address.partitions());
            draft.remove(Tags.ofDatabase(address));
        });
        return Json.object();
    }

    private static DatabaseAddress address(Request request) {
        return new DatabaseAddress(request.catalog(), request.text("Name"));
    }

    private static boolean isForeign(String shareType) {
        return !shareType.equals("ALL");
    }

    private static ObjectNode answerWith(ArrayNode databases) {
        ObjectNode answer = Json.object();
        answer.set("DatabaseList", databases);
        return answer;
    }

    private static void add(ArrayNode databases, Document database, List<String> attributes) {
        if (attributes.isEmpty()) {
            databases.addRawValue(database.raw());
        } else {
            databases.add(
                    database.tree().retain("Name", attributes.contains("TARGET_DATABASE") ? "TargetDatabase" : "Name"));
        }
    }

    private static ObjectNode database(DatabaseAddress address, ObjectNode input, long created) {
        ObjectNode database = input.deepCopy();
        database.put("Name", address.name());
        database.put("CatalogId", address.catalog());
        database.put("CreateTime", created);
        if (!database.has("CreateTableDefaultPermissions")) {
            database.set("CreateTableDefaultPermissions", everybodyWithIamPermission());
        }
        return database;
    }

    /** What Glue grants where Lake Formation has not been set up. */
    private static ArrayNode everybodyWithIamPermission() {
        ObjectNode grant = Json.object();
        grant.putObject("Principal").put("DataLakePrincipalIdentifier", "IAM_ALLOWED_PRINCIPALS");
        grant.putArray("Permissions").add("ALL");
        return Json.array().add(grant);
    }
}
