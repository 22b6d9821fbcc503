package io.catalogbridge.server.protocol;

import io.catalogbridge.server.protocol.RequestObserver.Outcome;
import io.catalogbridge.server.surface.CapabilityRequired;
import io.catalogbridge.server.surface.Surface;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a surface answers, method by method, as both eras have it in common. What only one era knows is added by
 * {@link LegacySession} and {@link ModernEra}. Thread-safe.
 */
final class Methods {

    private static final Logger LOG = LoggerFactory.getLogger(Methods.class);

    private final Surface surface;
    private final RequestObserver observer;
    private final ResourceMethods resources;
    private final Map<String, Method> byName = new LinkedHashMap<>();

    Methods(Surface surface, RequestObserver observer) {
        this.surface = surface;
        this.observer = observer;
        this.resources = new ResourceMethods(surface.resources());
        ToolMethods tools = new ToolMethods(surface.tools());
        byName.put("tools/list", tools::list);
        byName.put("tools/call", tools::call);
        if (hasResources()) {
            byName.put("resources/list", resources::list);
            byName.put("resources/templates/list", resources::templates);
            byName.put("resources/read", resources::read);
        }
        PromptMethods prompts = new PromptMethods(surface.prompts());
        if (hasPrompts()) {
            byName.put("prompts/list", prompts::list);
            byName.put("prompts/get", prompts::get);
        }
        if (hasCompletions()) {
            byName.put("completion/complete", new CompletionMethod(prompts, surface.resources())::complete);
        }
    }

    Surface surface() {
        return surface;
    }

    boolean hasResources() {
        return !surface.resources().isEmpty();
    }

    boolean hasPrompts() {
        return !surface.prompts().isEmpty();
    }

    boolean hasCompletions() {
        return hasResources() || hasPrompts();
    }

    /** Whether changes of this resource are announced. */
    boolean watchable(String uri) {
        return resources.watchable(uri);
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names of all methods, in a stable order. */
    Iterable<String> names() {
        return byName.keySet();
    }

    /**
     * Answers a request.
     *
     * @throws Refusal for what the client has done wrong, and, without details, for what we have
     */
    ObjectNode answer(Method method, String name, Params params, Exchange exchange) throws Refusal {
        long begun = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        RequestTrace trace = RequestTrace.begin(name, params);
        try {
            ObjectNode result = method.answer(params, exchange);
            outcome = result.path("isError").asBoolean(false) ? Outcome.FAILED : Outcome.DONE;
            return result;
        } catch (UnfinishedCall unfinished) {
            outcome = Outcome.ASKED;
            throw unfinished;
        } catch (CapabilityRequired required) {
            throw new Refusal(
                    Refusal.CAPABILITY_REQUIRED,
                    "Missing required client capability: " + required.capability(),
                    Map.of("requiredCapabilities", required.declaration()));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            throw new Refusal(
                    Refusal.INTERNAL_ERROR, Incident.text(Incident.log(LOG, "a request '" + name + "' failed", e)));
        } finally {
            observer.answered(name, outcome, Duration.ofNanos(System.nanoTime() - begun));
            trace.close();
        }
    }
}
