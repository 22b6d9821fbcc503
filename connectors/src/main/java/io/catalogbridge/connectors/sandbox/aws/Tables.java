package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table operations of Glue. */
final class Tables {

    private static final int PAGE = 100;

    private final State state;
    private final GlueQuotas quotas;

    Tables(State state, GlueQuotas quotas) {
        this.state = state;
        this.quotas = quotas;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "CreateTable", new GlueOperation(GlueShapes.CREATE_TABLE, this::create),
                "GetTable", new GlueOperation(GlueShapes.ONE_TABLE, this::one),
                "GetTables", new GlueOperation(GlueShapes.GET_TABLES, this::page),
                "UpdateTable", new GlueOperation(GlueShapes.UPDATE_TABLE, this::update),
                "DeleteTable", new GlueOperation(GlueShapes.ONE_TABLE, this::delete),
                "BatchDeleteTable", new GlueOperation(GlueShapes.BATCH_DELETE_TABLE, this::deleteAll));
    }

    /**
     * Replaces a table inside a write.
     *
     * @return the new {@code VersionId}
     */
    String replace(Draft draft, TableAddress address, Request request) {
        Document before = address.in(draft);
        ObjectNode current = before.tree();
        requireVersion(request, current);
        if (!request.flag("SkipArchive")) {
            archive(draft, address, before, TableDefinition.version(current));
        }
        ObjectNode after = TableDefinition.replaced(address, current, request.object("TableInput"), request);
        draft.put(address.key(), Document.of(after));
        return after.path("VersionId").asString();
    }

    private ObjectNode create(Request request) {
        TableAddress address = addressOfInput(request);
        Document table = Document.of(TableDefinition.created(address, request.object("TableInput"), request));
        state.write(draft -> {
            address.database().in(draft);
            requireRoom(draft, address);
            draft.put(address.key(), table);
        });
        return Json.object();
    }

    private void requireRoom(Draft draft, TableAddress address) {
        if (draft.has(address.key())) {
            throw AwsError.alreadyExists("Table already exists.");
        }
        if (draft.count(address.database().tables()) >= quotas.tablesPerDatabase()) {
            throw AwsError.limitExceeded(
                    "Number of tables in a database exceeds the limit of " + quotas.tablesPerDatabase() + ".");
        }
        if (draft.count(DatabaseAddress.allTables(address.database().catalog())) >= quotas.tables()) {
            throw AwsError.limitExceeded("Number of tables exceeds the limit of " + quotas.tables() + ".");
        }
    }

    private ObjectNode one(Request request) {
        Document table = state.read(request.database().table(request.text("Name"))::in);
        ObjectNode answer = Json.object();
        answer.putRawValue("Table", table.raw());
        return answer;
    }

    private ObjectNode page(Request request) {
        List<String> attributes = attributes(request);
        Predicate<String> names = names(request);
        PageRequest wanted = request.page(PAGE);
        Page<Map.Entry<Key, Document>> page = state.read(view -> page(view, request.database(), names, wanted));
        ArrayNode tables = Json.array();
        page.items().forEach(entry -> add(tables, entry, attributes));
        ObjectNode answer = Json.object();
        answer.set("TableList", tables);
        return page.addTokenTo(answer);
    }

    private static Page<Map.Entry<Key, Document>> page(
            View view, DatabaseAddress database, Predicate<String> names, PageRequest wanted) {
        database.in(view);
        Key prefix = database.tables();
        return wanted.of(
                view.below(prefix, wanted.last())
                        .filter(entry -> names.test(entry.getKey().last())),
                prefix);
    }

    private ObjectNode update(Request request) {
        TableAddress address = addressOfInput(request);
        state.write(draft -> replace(draft, address, request));
        return Json.object();
    }

    private static void requireVersion(Request request, ObjectNode current) {
        String actual = current.path("VersionId").asString();
        if (!request.optionalText("VersionId").orElse(actual).equals(actual)) {
            throw AwsError.concurrentModification("Update table failed due to concurrent modifications.");
        }
    }

    private void archive(Draft draft, TableAddress address, Document before, long version) {
        boolean tableIsFull = draft.count(address.versions()) + 1 >= quotas.versionsPerTable();
        boolean accountIsFull =
                draft.count(DatabaseAddress.allVersions(address.database().catalog())) >= quotas.versions();
        if (tableIsFull || accountIsFull) {
            throw AwsError.limitExceeded("Number of TABLE_VERSION resources exceeds the account limit "
                    + (tableIsFull ? quotas.versionsPerTable() : quotas.versions()));
        }
        draft.put(TableVersions.key(address, version), before);
    }

    private ObjectNode delete(Request request) {
        remove(request.database().table(request.text("Name")));
        return Json.object();
    }

    private ObjectNode deleteAll(Request request) {
        DatabaseAddress database = request.database();
        state.read(database::in);
        ArrayNode errors = Json.array();
        for (String name : request.texts("TablesToDelete")) {
            BatchErrors.collect(errors, Json.object().put("TableName", name), () -> remove(database.table(name)));
        }
        return BatchErrors.answer(errors);
    }

    private void remove(TableAddress address) {
        state.write(draft -> {
            address.in(draft);
            address.removeFrom(draft);
        });
    }

    /** Glue takes the name from the input; the one beside it is for federated tables and must not differ. */
    private static TableAddress addressOfInput(Request request) {
        if (!request.input().has("TableInput")) {
            throw AwsError.invalidInput("TableInput must be provided.");
        }
        TableAddress address = request.database()
                .table(request.object("TableInput").path("Name").asString());
        TableAddress named =
                request.database().table(request.optionalText("Name").orElse(address.name()));
        if (!named.equals(address)) {
            throw AwsError.invalidInput("Table rename is not supported.");
        }
        return address;
    }

    private static Predicate<String> names(Request request) {
        String expression = request.optionalText("Expression").orElse("");
        if (expression.isEmpty()) {
            return name -> true;
        }
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).asMatchPredicate();
        } catch (PatternSyntaxException malformed) {
            throw AwsError.invalidInput("Invalid regular expression: " + malformed.getDescription());
        }
    }

    private static List<String> attributes(Request request) {
        List<String> attributes = request.texts("AttributesToGet");
        if (attributes.contains("TABLE_TYPE") && !attributes.contains("NAME")) {
            throw AwsError.invalidInput("AttributesToGet must contain NAME.");
        }
        return attributes.contains("DEFAULT") ? List.of() : attributes;
    }

    private static void add(ArrayNode tables, Map.Entry<Key, Document> table, List<String> attributes) {
        if (attributes.contains("TABLE_TYPE")) {
            tables.add(table.getValue().tree().retain("Name", "TableType"));
        } else if (attributes.contains("NAME")) {
            tables.addObject().put("Name", table.getKey().last());
        } else {
            tables.addRawValue(table.getValue().raw());
        }
    }
}
