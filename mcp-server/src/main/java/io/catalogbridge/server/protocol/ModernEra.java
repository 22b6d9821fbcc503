package io.catalogbridge.server.protocol;

import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.ServerDescription;
import io.catalogbridge.server.surface.Tasks;
import io.catalogbridge.server.surface.Tool;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stateless era, protocol version 2026-07-28: every request says for itself who asks and what they can do. Knows no
 * transport. Thread-safe.
 */
public final class ModernEra {

    private static final Logger LOG = LoggerFactory.getLogger(ModernEra.class);

    static final String DISCOVER = "server/discover";

    /** Its answer is a stream, see {@link Subscription}. */
    public static final String LISTEN = "subscriptions/listen";

    private static final String X_MCP_HEADER = "x-mcp-header";

    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    /** What a tool, prompt or resource may answer only after its client has. */
    private static final Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(5);

    /** How long clients may keep what does not change while the server runs, by method. */
    private static final Map<String, Duration> KEPT_BY_ALL =
            Map.of(DISCOVER, HOUR, "tools/list", MINUTES, "prompts/list", MINUTES, "resources/templates/list", MINUTES);

    /** What depends on the last discovery, or on runs: to be asked for again each time. */
    private static final Set<String> KEPT_BY_NOBODY = Set.of("resources/list", "resources/read");

    private final Methods methods;
    private final RequestState states;
    private final Map<String, Method> own = new LinkedHashMap<>();
    private final TaskMethods tasks;
    private final Map<String, Map<String, String>> argumentsInHeaders;

    ModernEra(Methods methods, Clock clock) {
        this.methods = methods;
        this.states = new RequestState(clock);
        this.tasks = new TaskMethods(methods.surface().tasks());
        this.argumentsInHeaders = methods.surface().tools().stream()
                .collect(Collectors.toMap(tool -> tool.definition().name(), ModernEra::argumentsInHeaders));
        own.put(DISCOVER, (params, exchange) -> discover());
        if (hasTasks()) {
            own.put("tasks/get", forTakersOfTasks(tasks::get));
            own.put("tasks/update", forTakersOfTasks(tasks::update));
            own.put("tasks/cancel", forTakersOfTasks(tasks::cancel));
        }
    }

    private static Method forTakersOfTasks(Method method) {
        return (params, exchange) -> {
            if (!exchange.acceptsTask()) {
                throw CapabilityRequired.tasks();
            }
            return method.answer(params, exchange);
        };
    }

    private boolean hasTasks() {
        return !methods.surface().tasks().equals(Tasks.NONE);
    }

    /** The version that a request names; absent if it names none. */
    public static @Nullable Object version(Map<String, Object> params) {
        return ModernRequest.version(params);
    }

    /** The versions of the other era. */
    public static List<String> legacyVersions() {
        return LegacySession.VERSIONS;
    }

    /** The arguments of a tool that clients repeat in headers, with the names of these ({@code x-mcp-header}). */
    public Map<String, String> argumentsInHeaders(String tool) {
        return argumentsInHeaders.getOrDefault(tool, Map.of());
    }

    private static Map<String, String> argumentsInHeaders(Tool tool) {
        Map<String, String> headers = new LinkedHashMap<>();
        Params.values(tool.definition().inputSchema().get("properties")).forEach((argument, schema) -> {
            if (Params.values(schema).get(X_MCP_HEADER) instanceof String header) {
                headers.put(argument, header);
            }
        });
        return headers;
    }

    /** Whether a request belongs to this era, right or wrong. */
    public static boolean speaks(String method, Map<String, Object> params) {
        return ModernRequest.is(method, params);
    }

    /**
     * Answers a request.
     *
     * @param caller   who calls, before the request says which program speaks for them
     * @param call     cancelled when the client loses interest
     * @param notifier takes what is said on the way to the result
     * @return the result, as it is sent
     */
    public ObjectNode answer(
            String method, Map<String, Object> params, String caller, RunningCall call, Notifier notifier)
            throws Refusal {
        Params given = new Params(params);
        ModernRequest request = ModernRequest.of(given);
        Method known = method(method);
        Replies replies = MAY_ASK.contains(method)
                ? Replies.of(method, given, caller, states)
                : new Replies(RequestState.Content.EMPTY, Map.of());
        ModernExchange exchange = new ModernExchange(request, call, caller, replies, notifier);
        try {
            return complete(method, methods.answer(known, method, given, exchange));
        } catch (UnfinishedCall unfinished) {
            return inputRequired(unfinished, replies, Replies.binding(method, given, caller));
        } catch (Refusal refusal) {
            throw refusal.code() == Refusal.RESOURCE_NOT_FOUND
                    ? new Refusal(Refusal.INVALID_PARAMS, refusal.reason(), refusal.data())
                    : refusal;
        }
    }

    private Method method(String name) throws Refusal {
        Method method = own.get(name);
        return method == null ? methods.find(name).orElseThrow(() -> Refusal.methodNotFound(name)) : method;
    }

    private ObjectNode complete(String method, ObjectNode answer) {
        boolean task = TaskMethods.isTask(answer) && method.equals("tools/call");
        ObjectNode result = task ? tasks.begun(answer.get(ToolMethods.TASK_ID).asString()) : answer;
        Duration kept = KEPT_BY_ALL.get(method);
        if (kept != null) {
            result.put("ttlMs", kept.toMillis()).put("cacheScope", "public");
        } else if (KEPT_BY_NOBODY.contains(method)) {
            result.put("ttlMs", 0).put("cacheScope", "private");
        }
        return signed(result, task ? "task" : "complete");
    }

    private ObjectNode inputRequired(UnfinishedCall unfinished, Replies replies, String binding) {
        ObjectNode result = Wire.object();
        result.set("inputRequests", Wire.questions(unfinished.questions()));
        result.put("requestState", states.seal(replies.asking(unfinished.questions()), binding));
        return signed(result, "input_required");
    }

    ObjectNode signed(ObjectNode result, String type) {
        result.put("resultType", type);
        ServerDescription description = methods.surface().description();
        result.withObjectProperty("_meta")
                .putObject(SERVER_INFO)
                .put("name", description.name())
                .put("title", description.title())
                .put("version", description.version());
        return result;
    }

    private ObjectNode discover() {
        ObjectNode result = Wire.object();
        ArrayNode versions = result.putArray("supportedVersions");
        ModernRequest.SUPPORTED.forEach(versions::add);
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.putObject("tools");
        capabilities.putObject("logging");
        if (methods.hasResources()) {
            capabilities.putObject("resources").put("subscribe", true);
        }
        if (methods.hasPrompts()) {
            capabilities.putObject("prompts");
        }
        if (methods.hasCompletions()) {
            capabilities.putObject("completions");
        }
        if (hasTasks()) {
            capabilities.putObject("extensions").putObject(TaskMethods.EXTENSION);
        }
        return result.put("instructions", methods.surface().description().instructions());
    }

    /**
     * Begins to listen. What is announced goes to the notifier, beginning with the acknowledgement, until the subscription is
     * closed.
     *
     * @param id of the request, which every notification carries
     */
    public Subscription listen(Object id, Map<String, Object> params, Notifier notifier) throws Refusal {
        Params given = new Params(params);
        ModernRequest.of(given);
        if (!methods.hasResources()) {
            throw Refusal.methodNotFound(LISTEN);
        }
        Subscription subscription = Subscription.open(id, given, methods, this, notifier);
        LOG.debug("a client listens to {} resources", subscription.size());
        return subscription;
    }
}
