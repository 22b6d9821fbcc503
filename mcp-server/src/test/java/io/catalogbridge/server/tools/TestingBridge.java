package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.testing.InMemorySource;
import io.catalogbridge.connectors.testing.InMemoryTarget;
import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.plan.PlanPolicy.FieldStrategies;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.mapping.testing.Snapshots;
import io.catalogbridge.server.doctor.Check;
import io.catalogbridge.server.doctor.Diagnosis;
import io.catalogbridge.server.rules.RuleBook;
import io.catalogbridge.server.store.Store;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Tool;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.sync.BackgroundWork;
import io.catalogbridge.server.sync.JobQueue;
import io.catalogbridge.server.sync.SyncEngine;
import io.catalogbridge.server.sync.SyncEnvironment;
import io.catalogbridge.server.tools.ToolContext.PlanDefaults;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** An environment called dog whose tenant a test writes down. Deletes happen at once. */
public final class TestingBridge implements AutoCloseable {

    private static final PlanPolicy POLICY = new PlanPolicy(true, 1, Duration.ZERO, 1_000_000, FieldStrategies.DEFAULT);
    private static final MappingRules RULES = MappingRules.defaults("dog");

    /** Four characters to a token, 4,000 tokens. */
    static final int RESULT_CHARACTERS = 16_000;

    private static final Duration FOR_EVER = Duration.ofMinutes(2);

    /** Waits until all is done. */
    static final Patience PATIENT = (work, caller) -> ended(work);

    /** Waits for nothing. */
    static final Patience IMPATIENT = (work, caller) -> false;

    private final GatedTarget target;
    private final Clock clock;
    private final Store store;
    private final RuleBook rules;
    private List<Check> checks = List.of();
    private Reply reply = Reply.UNAVAILABLE;
    private final JobQueue jobs;
    private Supplier<CatalogSource> source = () -> new InMemorySource(Snapshots.of());
    private Patience patience = PATIENT;

    public TestingBridge(Path folder) {
        this(folder, new InMemoryTarget(), Clock.systemUTC());
    }

    /** Another process that works with the same store and the same Glue as others may. */
    TestingBridge(Path folder, InMemoryTarget glue, Clock clock) {
        this.target = new GatedTarget(glue);
        this.clock = clock;
        this.store = Store.open(folder, clock);
        this.rules = new RuleBook("dog", RULES, false, () -> store);
        this.jobs = new JobQueue(engine(), store, "dog");
    }

    private static boolean ended(BackgroundWork work) {
        try {
            return work.await(FOR_EVER);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How long calls wait for runs from now on. */
    TestingBridge patience(Patience changed) {
        patience = changed;
        return this;
    }

    /** Waits for a run in the background. */
    void await(String runId) {
        jobs.find(runId).ifPresent(job -> assertThat(ended(job)).isTrue());
    }

    JobQueue jobs() {
        return jobs;
    }

    /** Where a run can be held up. */
    GatedTarget gate() {
        return target;
    }

    /** What discovery finds from now on. */
    public TestingBridge tenant(Asset... assets) {
        return tenant(Snapshots.of(assets));
    }

    public TestingBridge tenant(CatalogSnapshot snapshot) {
        return source(new InMemorySource(snapshot));
    }

    /** What discovers from now on. */
    TestingBridge source(CatalogSource changed) {
        source = () -> changed;
        return this;
    }

    /** The tenant cannot be read from now on. */
    void refusing(ConnectorException refusal) {
        source = () -> {
            throw refusal;
        };
    }

    /** Plans, so that everything of the tenant is known. */
    public TestingBridge discovered() {
        call("plan_sync", Map.of());
        return this;
    }

    /** Plans and runs. */
    public TestingBridge synchronised() {
        call(
                "run_sync",
                Map.of("planId", call("plan_sync", Map.of()).get("planId").asString()));
        return this;
    }

    /** What looking at the systems finds from now on. */
    TestingBridge checks(Check... found) {
        checks = List.of(found);
        return this;
    }

    /** What the person in front of the client answers from now on. */
    TestingBridge answering(Reply answer) {
        reply = answer;
        return this;
    }

    Store store() {
        return store;
    }

    RuleBook rules() {
        return rules;
    }

    public InMemoryTarget target() {
        return target.glue();
    }

    public ToolContext context(WritePermission permission) {
        return new ToolContext(
                "dog",
                () -> store,
                this::engine,
                () -> jobs,
                rules,
                new PlanDefaults(List.of(), false),
                permission,
                listener -> {
                    checks.forEach(listener);
                    return new Diagnosis(checks);
                },
                patience);
    }

    private SyncEngine engine() {
        return new SyncEngine(new SyncEnvironment(
                "dog", () -> source.get(), () -> target, store, rules::numbered, POLICY, true, false, clock));
    }

    Tool tool(String name, WritePermission permission) {
        return ToolSet.of(context(permission)).stream()
                .filter(tool -> tool.definition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Calls a tool as the protocol would; the result conforms to its schema and budget. */
    public ObjectNode call(String name, Map<String, Object> arguments) {
        return call(tool(name, WritePermission.ALLOWED), arguments);
    }

    ObjectNode call(Tool tool, Map<String, Object> arguments) {
        return call(tool, arguments, RESULT_CHARACTERS);
    }

    /** The same for a result that may be longer. */
    ObjectNode call(Tool tool, Map<String, Object> arguments, int characters) {
        ToolResult result = tool.call(TestingCall.of(arguments).asking(question -> reply));
        assertThat(McpJsonDefaults.getSchemaValidator()
                        .validate(tool.definition().outputSchema(), result.structured())
                        .errorMessage())
                .isNull();
        assertThat(result.summary()).isNotBlank().doesNotContain("\n");
        assertThat(result.structured().toString()).hasSizeLessThan(characters);
        return result.structured();
    }

    /** The one line that those see who read no structure. */
    String summary(String name, Map<String, Object> arguments) {
        return tool(name, WritePermission.ALLOWED)
                .call(TestingCall.of(arguments).asking(question -> reply))
                .summary();
    }

    ToolFailure failure(String name, Map<String, Object> arguments) {
        return failure(tool(name, WritePermission.ALLOWED), arguments, reply);
    }

    static ToolFailure failure(Tool tool, Map<String, Object> arguments) {
        return failure(tool, arguments, Reply.UNAVAILABLE);
    }

    private static ToolFailure failure(Tool tool, Map<String, Object> arguments, Reply reply) {
        return catchThrowableOfType(
                ToolFailure.class, () -> tool.call(TestingCall.of(arguments).asking(question -> reply)));
    }

    @Override
    public void close() {
        jobs.close();
        store.close();
    }
}
