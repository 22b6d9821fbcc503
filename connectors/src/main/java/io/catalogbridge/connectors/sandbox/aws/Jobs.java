package io.catalogbridge.connectors.sandbox.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The job operations of Glue: definitions only, nothing is ever run. Names keep their case. */
final class Jobs {

    private static final int PAGE = 1000;
    private static final int DEFAULT_TIMEOUT_MINUTES = 2880;
    private static final List<String> READ_ONLY = List.of("CreatedOn", "LastModifiedOn");

    private final State state;

    Jobs(State state) {
        this.state = state;
    }

    Map<String, GlueOperation> operations() {
        return Map.of(
                "CreateJob", new GlueOperation(GlueShapes.CREATE_JOB, this::create),
                "GetJob", new GlueOperation(GlueShapes.ONE_JOB, this::one),
                "GetJobs", new GlueOperation(GlueShapes.GET_JOBS, this::page),
                "ListJobs", new GlueOperation(GlueShapes.LIST_JOBS, this::pageOfNames),
                "UpdateJob", new GlueOperation(GlueShapes.UPDATE_JOB, this::update),
                "DeleteJob", new GlueOperation(GlueShapes.ONE_JOB, this::delete),
                "BatchGetJobs", new GlueOperation(GlueShapes.BATCH_GET_JOBS, this::several));
    }

    private ObjectNode create(Request request) {
        ObjectNode job = request.input().deepCopy();
        job.remove("Tags");
        Key key = key(request, request.text("Name"));
        state.write(draft -> {
            Optional<Document> existing = draft.find(key);
            if (existing.isPresent()) {
                requireSame(existing.get().tree(), withDefaults(job), request.text("Name"));
            } else {
                draft.put(key, Document.of(stamped(job, request.now(), request.now())));
                Tags.store(draft, Tags.ofJob(request.catalog(), key.last()), request.object("Tags"));
            }
        });
        return Json.object().put("Name", request.text("Name"));
    }

    /** Creating the same job again succeeds; another one under the same name is refused. */
    private static void requireSame(ObjectNode existing, ObjectNode wanted, String name) {
        existing.remove(READ_ONLY);
        if (!existing.equals(Document.of(wanted).tree())) {
            throw AwsError.idempotentMismatch(
                    "Job with name " + name + " already submitted with different configuration");
        }
    }

    private ObjectNode one(Request request) {
        Document job = state.read(view -> require(view, request));
        ObjectNode answer = Json.object();
        answer.putRawValue("Job", job.raw());
        return answer;
    }

    private ObjectNode page(Request request) {
        Page<Map.Entry<Key, Document>> page = page(request, Json.object());
        ArrayNode jobs = Json.array();
        page.items().forEach(entry -> jobs.addRawValue(entry.getValue().raw()));
        ObjectNode answer = Json.object();
        answer.set("Jobs", jobs);
        return page.addTokenTo(answer);
    }

    private ObjectNode pageOfNames(Request request) {
        Page<Map.Entry<Key, Document>> page = page(request, request.object("Tags"));
        ObjectNode answer = Json.object();
        answer.set(
                "JobNames",
                Json.texts(page.items().stream()
                        .map(entry -> entry.getKey().last())
                        .toList()));
        return page.addTokenTo(answer);
    }

    private Page<Map.Entry<Key, Document>> page(Request request, ObjectNode tags) {
        Key prefix = all(request);
        PageRequest wanted = request.page(PAGE);
        return state.read(view -> wanted.of(
                view.below(prefix, wanted.last())
                        .filter(entry -> Tags.of(
                                        view,
                                        Tags.ofJob(
                                                request.catalog(),
                                                entry.getKey().last()))
                                .properties()
                                .containsAll(tags.properties())),
                prefix));
    }

    private ObjectNode update(Request request) {
        ObjectNode job = request.object("JobUpdate");
        job.put("Name", request.text("JobName"));
        state.write(draft -> {
            long created = require(draft, request).tree().path("CreatedOn").asLong();
            draft.put(key(request, request.text("JobName")), Document.of(stamped(job, created, request.now())));
        });
        return Json.object().put("JobName", request.text("JobName"));
    }

    /** Deleting a job that does not exist succeeds. */
    private ObjectNode delete(Request request) {
        String name = request.text("JobName");
        state.write(draft -> {
            if (draft.has(key(request, name))) {
                draft.remove(key(request, name));
                draft.remove(Tags.ofJob(request.catalog(), name));
            }
        });
        return Json.object().put("JobName", name);
    }

    private ObjectNode several(Request request) {
        ArrayNode jobs = Json.array();
        ArrayNode missing = Json.array();
        state.read(view -> request.texts("JobNames").stream()
                        .map(name -> Map.entry(name, view.find(key(request, name))))
                        .toList())
                .forEach(job -> job.getValue()
                        .ifPresentOrElse(found -> jobs.addRawValue(found.raw()), () -> missing.add(job.getKey())));
        ObjectNode answer = Json.object();
        answer.set("Jobs", jobs);
        answer.set("JobsNotFound", missing);
        return answer;
    }

    private static Document require(View view, Request request) {
        String name = request.text("JobName");
        return view.find(key(request, name)).orElseThrow(() -> AwsError.notFound("Job " + name + " not found."));
    }

    private static Key all(Request request) {
        return Key.of("job", request.catalog());
    }

    private static Key key(Request request, String name) {
        return all(request).child(name);
    }

    private static ObjectNode stamped(ObjectNode job, long created, long modified) {
        return withDefaults(job).put("CreatedOn", created).put("LastModifiedOn", modified);
    }

    private static ObjectNode withDefaults(ObjectNode job) {
        job.putIfAbsent("ExecutionProperty", Json.object().put("MaxConcurrentRuns", 1));
        job.putIfAbsent("MaxRetries", job.numberNode(0));
        job.putIfAbsent("Timeout", job.numberNode(DEFAULT_TIMEOUT_MINUTES));
        return job;
    }
}
