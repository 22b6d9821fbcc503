package io.catalogbridge.server.tools;

import io.catalogbridge.connectors.spi.CallCounts;
import io.catalogbridge.connectors.spi.CatalogSource;
import io.catalogbridge.connectors.spi.DiscoveryScope;
import io.catalogbridge.connectors.spi.Progress;
import io.catalogbridge.connectors.testing.InMemorySource;
import io.catalogbridge.connectors.testing.InMemoryTarget;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.testing.Assets;
import io.catalogbridge.mapping.testing.Snapshots;
import io.catalogbridge.server.surface.ToolFailure;
import io.catalogbridge.server.tools.ToolContext.WritePermission;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.catalogbridge.mapping.testing.Assets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Plans that take longer than clients wait. */
class BackgroundPlansTest {

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SlowTenant tenant = new SlowTenant();
    private TestingBridge bridge;

    @BeforeEach
    void open() {
        bridge = new TestingBridge(folder, new InMemoryTarget(), clock).source(tenant);
    }

    @AfterEach
    void close() {
        tenant.answer();
        bridge.close();
    }

    private ToolFailure tooLate() {
        return bridge.patience(TestingBridge.IMPATIENT).failure("plan_sync", Map.of());
    }

    private String planId() {
        return bridge.patience(TestingBridge.PATIENT)
                .call("plan_sync", Map.of())
                .get("planId")
                .asString();
    }

    private List<String> stored() {
        return bridge.store().plans().recent("dog", 5).stream()
                .map(plan -> plan.id())
                .toList();
    }

    @Test
    void goOnUntilTheirCallerComesBack() {
        ToolFailure failure = tooLate();
        tenant.awaitCall();

        assertThat(failure.code()).isEqualTo("IN_PROGRESS");
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.nextTool()).isEqualTo("plan_sync");
        assertThat(failure).hasMessageContaining("goes on in the background");

        tenant.answer();
        String planId = planId();

        assertThat(stored()).containsExactly(planId);
        assertThat(tenant.asked()).isEqualTo(1);
    }

    @Test
    void areHandedOutOnce() {
        tooLate();
        tenant.answer();
        planId();
        planId();

        assertThat(tenant.asked()).isEqualTo(2);
    }

    @Test
    void areMadeAnewWhenTheirCallerComesBackLate() {
        tenant.answer();
        bridge.patience((work, caller) -> !TestingBridge.PATIENT.await(work, caller))
                .failure("plan_sync", Map.of());
        clock.advance(Duration.ofMinutes(6));
        planId();

        assertThat(tenant.asked()).isEqualTo(2);
    }

    @Test
    void areNotLostWhenTheyEndJustAsTheirCallerGivesUp() {
        tenant.answer();
        bridge.patience((work, caller) -> !TestingBridge.PATIENT.await(work, caller))
                .failure("plan_sync", Map.of());
        planId();

        assertThat(tenant.asked()).isEqualTo(1);
    }

    @Test
    void stopWhenNobodyWantsThemAnyMore() {
        ToolFailure failure = catchThrowableOfType(
                ToolFailure.class,
                () -> bridge.patience((work, caller) -> {
                            tenant.awaitCall();
                            return false;
                        })
                        .tool("plan_sync", WritePermission.ALLOWED)
                        .call(TestingCall.of(Map.of()).reporting(new Progress() {
                            @Override
                            public boolean cancelled() {
                                return true;
                            }
                        })));
        tenant.awaitStop();
        tenant.answer();
        String planId = planId();

        assertThat(failure).isNotNull();
        assertThat(stored()).containsExactly(planId);
        assertThat(bridge.store().audit().recent("dog", 10)).hasSize(1);
        assertThat(tenant.asked()).isEqualTo(2);
    }

    @Test
    void stopWhenTheProcessEnds() {
        tooLate();
        tenant.awaitCall();

        bridge.jobs().stop();

        tenant.awaitStop();
        assertThat(bridge.failure("plan_sync", Map.of("verify", true)).code()).isEqualTo("CONFLICT");
        assertThat(stored()).isEmpty();
    }

    /** Answers when it is told to, or no more once it is to stop. */
    private static final class SlowTenant implements CatalogSource {

        private final InMemorySource source = new InMemorySource(Snapshots.of(
                Assets.table("SALES", "ORDERS").column("ID", text(10)).build()));
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean answering;

        void awaitCall() {
            await(called);
        }

        void awaitStop() {
            await(stopped);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void answer() {
            answering = true;
        }

        int asked() {
            return asked.get();
        }

        @Override
        public CatalogSnapshot discover(DiscoveryScope scope, Progress progress) {
            asked.incrementAndGet();
            called.countDown();
            while (!answering && !progress.cancelled()) {
                Thread.onSpinWait();
            }
            if (progress.cancelled()) {
                stopped.countDown();
            }
            return source.discover(scope, progress);
        }

        @Override
        public CallCounts calls() {
            return source.calls();
        }

        @Override
        public void close() {}
    }
}
