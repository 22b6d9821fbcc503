package io.catalogbridge.server.store;

import io.catalogbridge.server.store.AuditTrail.AuditPage;
import io.catalogbridge.server.store.AuditTrail.AuditRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTrailTest {

    private static final String ENV = "dog";
    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    private static final AuditQuery ALL = AuditQuery.youngest(50);

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, new HalfSeconds());
        store.audit().append("ann", "plan", ENV, "plan-1", "digest-1", "stored", "3 to create");
        store.audit().append("bob", "apply", ENV, "run-1", "digest-1", "done", "3 applied");
        store.audit().append("ann", "plan", ENV, "plan-2", "digest-2", "stored", "Größe geändert");
        store.audit().append("ann", "plan", "wolf", "plan-3", "digest-3", "stored", "another environment");
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Half a second passes whenever somebody looks: whole seconds and fractions take turns. */
    private static final class HalfSeconds extends Clock {
        private Instant next = START;

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plus(Duration.ofMillis(500));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private List<String> subjects(AuditQuery query) {
        return store.audit().search(ENV, query).records().stream()
                .map(AuditRecord::subject)
                .toList();
    }

    private static AuditQuery by(String actor, String action, String subject, String text) {
        return new AuditQuery(
                given(actor),
                given(action),
                given(subject),
                Optional.empty(),
                Optional.empty(),
                given(text),
                Optional.empty(),
                50);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static AuditQuery between(Optional<Instant> since, Optional<Instant> until) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                since,
                until,
                Optional.empty(),
                Optional.empty(),
                50);
    }

    @Test
    void listsTheYoungestFirstOfOneEnvironment() {
        assertThat(subjects(ALL)).containsExactly("plan-2", "run-1", "plan-1");
    }

    @Test
    void filtersByActorAndAction() {
        assertThat(subjects(by("ann", "", "", ""))).containsExactly("plan-2", "plan-1");
        assertThat(subjects(by("", "apply", "", ""))).containsExactly("run-1");
        assertThat(subjects(by("ann", "apply", "", ""))).isEmpty();
    }

    @Test
    void findsWhatWasDoneFromAPlan() {
        assertThat(subjects(by("", "", "digest-1", ""))).containsExactly("run-1", "plan-1");
        assertThat(subjects(by("", "", "run-1", ""))).containsExactly("run-1");
    }

    @Test
    void findsPartsOfTextsInAnyCase() {
        assertThat(subjects(by("", "", "", "APPLIED"))).containsExactly("run-1");
        assertThat(subjects(by("", "", "", "Größe"))).containsExactly("plan-2");
        assertThat(subjects(by("", "", "", "%"))).isEmpty();
    }

    @Test
    void comparesTimesAsTimes() {
        Instant second = START.plusMillis(500);
        Instant third = START.plusMillis(1_000);

        assertThat(subjects(between(Optional.of(second), Optional.empty()))).containsExactly("plan-2", "run-1");
        assertThat(subjects(between(Optional.of(second), Optional.of(third)))).containsExactly("run-1");
        assertThat(subjects(between(Optional.empty(), Optional.of(second)))).containsExactly("plan-1");
    }

    @Test
    void readsOnWhereAPageEnded() {
        AuditPage first = store.audit().search(ENV, AuditQuery.youngest(2));
        AuditPage second = store.audit()
                .search(
                        ENV,
                        AuditQuery.youngest(2).before(first.records().get(1).number()));

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.records()).hasSize(2);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.records()).extracting(AuditRecord::subject).containsExactly("plan-1");
    }
}
