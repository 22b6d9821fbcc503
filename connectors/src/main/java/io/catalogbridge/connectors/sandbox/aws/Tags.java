package io.catalogbridge.connectors.sandbox.aws;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The tag operations of Glue, on databases and jobs; tables cannot be tagged. Regions are not told apart. */
final class Tags {

    private static final int MOST_TAGS = 50;
    private static final String RESERVED_PREFIX = "aws:";
    private static final Pattern RESOURCE = Pattern.compile("arn:aws[\\w-]*:glue:[\\w-]*:(\\d{12}):(\\w+)/(.+)");

    private final State state;

    Tags(State state) {
        this.state = state;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "GetTags", new GlueOperation(GlueShapes.GET_TAGS, this::all),
                "TagResource", new GlueOperation(GlueShapes.TAG_RESOURCE, this::add),
                "UntagResource", new GlueOperation(GlueShapes.UNTAG_RESOURCE, this::remove));
    }

    static Key ofDatabase(DatabaseAddress database) {
        return Key.of("tags", database.catalog(), "database", database.name());
    }

    static Key ofJob(String account, String name) {
        return Key.of("tags", account, "job", name);
    }

    static ObjectNode of(View view, Key key) {
        return view.find(key).map(Document::tree).orElseGet(Json::object);
    }

    /**
     * Replaces all tags of a resource.
     *
     * @throws AwsError when these are not tags that a caller may set
     */
    static void store(Draft draft, Key key, ObjectNode tags) {
        if (tags.size() > MOST_TAGS) {
            throw AwsError.invalidInput("A resource can have at most " + MOST_TAGS + " tags.");
        }
        if (tags.propertyStream().anyMatch(tag -> tag.getKey().startsWith(RESERVED_PREFIX))) {
            throw AwsError.invalidInput("Tag keys that begin with " + RESERVED_PREFIX + " are reserved.");
        }
        if (!tags.isEmpty()) {
            draft.put(key, Document.of(tags));
        } else if (draft.has(key)) {
            draft.remove(key);
        }
    }

    private ObjectNode all(Request request) {
        Resource resource = Resource.parse(request);
        ObjectNode answer = Json.object();
        answer.set("Tags", state.read(view -> of(view, resource.tagsIn(view))));
        return answer;
    }

    private ObjectNode add(Request request) {
        return change(request, tags -> tags.setAll(request.object("TagsToAdd")));
    }

    private ObjectNode remove(Request request) {
        return change(request, tags -> tags.remove(request.texts("TagsToRemove")));
    }

    private ObjectNode change(Request request, Consumer<ObjectNode> change) {
        Resource resource = Resource.parse(request);
        state.write(draft -> {
            Key key = resource.tagsIn(draft);
            ObjectNode tags = of(draft, key);
            change.accept(tags);
            store(draft, key, tags);
        });
        return Json.object();
    }

    /** What an ARN names. */
    private record Resource(Key key, Key tags) {

        static Resource parse(Request request) {
            String arn = request.text("ResourceArn");
            Matcher matcher = RESOURCE.matcher(arn);
            if (!matcher.matches() || !matcher.group(1).equals(request.catalog())) {
                throw AwsError.invalidInput("Resource ARN is invalid: " + arn);
            }
            return of(matcher.group(1), matcher.group(2), matcher.group(3));
        }

        private static Resource of(String account, String type, String name) {
            return switch (type) {
                case "database" -> {
                    DatabaseAddress database = new DatabaseAddress(account, name);
                    yield new Resource(database.key(), ofDatabase(database));
                }
                case "job" -> new Resource(Key.of("job", account, name), ofJob(account, name));
                default -> throw AwsError.invalidInput("Resource type " + type + " does not support tags.");
            };
        }

        Key tagsIn(View view) {
            if (!view.has(key)) {
                throw AwsError.notFound("Entity Not Found");
            }
            return tags;
        }
    }
}
