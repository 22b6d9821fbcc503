package io.catalogbridge.server.tools;

import io.catalogbridge.mapping.catalog.Asset;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.server.surface.Question;
import io.catalogbridge.server.surface.Reply;
import io.catalogbridge.server.surface.Reply.Kind;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.surface.ToolResult;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DeletesConfirmationTest {

    private static final Asset ORDERS =
            Assets.table("SALES", "ORDERS").column("ID", text(10)).build();
    private static final Asset ITEMS =
            Assets.table("SALES", "ITEMS").column("ID", text(10)).build();

    private static final Reply YES = new Reply(Kind.ACCEPTED, Map.of("delete", true));

    @TempDir
    private Path folder;

    private final List<Question> asked = new ArrayList<>();
    private TestingBridge bridge;
    private ObjectNode plan;
    private int runsBefore;

    @BeforeEach
    void aPlanWithOneDelete() {
        bridge = new TestingBridge(folder).tenant(ORDERS, ITEMS).synchronised();
        plan = bridge.tenant(ORDERS).call("plan_sync", Map.of());
        runsBefore = runs();
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private int runs() {
        return bridge.store().runs().recent("dog", 10).size();
    }

    private ToolResult run(Map<String, Object> more, Function<Question, Reply> person) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("planId", plan.get("planId").asString());
        return bridge.tool("run_sync", WritePermission.ALLOWED)
                .call(TestingCall.of(arguments).asking(question -> {
                    asked.add(question);
                    return person.apply(question);
                }));
    }

    private ToolFailure refused(Map<String, Object> more, Reply reply) {
        ToolFailure failure = catchThrowableOfType(ToolFailure.class, () -> run(more, question -> reply));
        assertThat(bridge.target().catalog().tables()).hasSize(2);
        assertThat(runs()).isEqualTo(runsBefore);
        return failure;
    }

    @Test
    void asksThePersonByPlanDigestAndNumber() {
        ToolResult result = run(Map.of(), question -> YES);

        assertThat(result.structured().get("outcome").asString()).isEqualTo("done");
        assertThat(bridge.target().catalog().tables()).hasSize(1);
        Question question = asked.get(0);
        String digest = plan.get("digest").asString();
        assertThat(question.key()).contains(digest).contains(plan.get("planId").asString());
        assertThat(new JsonMapper().writeValueAsString(question.params()))
                .contains(digest, "deletes 1 objects", "glue:datasphere_sales_dog/items", "\"delete\"");
    }

    @Test
    void asksTheSameAgainWhenTheCallIsMadeAnew() {
        refused(Map.of(), new Reply(Kind.CANCELLED, Map.of()));
        refused(Map.of(), new Reply(Kind.CANCELLED, Map.of()));

        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(asked.get(1));
    }

    @Test
    void appliesNothingIfThePersonDeclines() {
        assertThat(refused(Map.of(), new Reply(Kind.DECLINED, Map.of())).code()).isEqualTo("DECLINED");
        assertThat(refused(Map.of(), new Reply(Kind.ACCEPTED, Map.of("delete", false)))
                        .code())
                .isEqualTo("DECLINED");
        assertThat(refused(Map.of(), new Reply(Kind.ACCEPTED, Map.of())).code()).isEqualTo("DECLINED");
    }

    @Test
    void appliesNothingIfNobodyAnswers() {
        ToolFailure failure = refused(Map.of(), new Reply(Kind.CANCELLED, Map.of()));

        assertThat(failure.code()).isEqualTo("CANCELLED");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void anArgumentDoesNotSpeakForAPersonWhoCanBeAsked() {
        assertThat(refused(Map.of("confirmDeletes", 1), new Reply(Kind.DECLINED, Map.of()))
                        .code())
                .isEqualTo("DECLINED");
    }

    @Test
    void aWrongNumberIsRefusedWithoutAsking() {
        assertThat(refused(Map.of("confirmDeletes", 2), YES).code()).isEqualTo("CONFIRMATION_REQUIRED");
        assertThat(asked).isEmpty();
    }

    @Test
    void nothingHasHappenedWhenAskingEndsTheCall() {
        IllegalStateException unfinished = new IllegalStateException("ask and call again");

        assertThatThrownBy(() -> run(Map.of(), question -> {
                    throw unfinished;
                }))
                .isSameAs(unfinished);

        assertThat(runs()).isEqualTo(runsBefore);
    }

    @Test
    void asksNobodyAboutAPlanWithoutDeletes() {
        plan = bridge.tenant(
                        ORDERS,
                        ITEMS,
                        Assets.table("SALES", "MORE").column("ID", text(1)).build())
                .call("plan_sync", Map.of());

        run(Map.of(), question -> new Reply(Kind.DECLINED, Map.of()));

        assertThat(asked).isEmpty();
        assertThat(bridge.target().catalog().tables()).hasSize(3);
    }
}
