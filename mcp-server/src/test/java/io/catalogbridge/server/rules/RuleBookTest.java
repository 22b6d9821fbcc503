package io.catalogbridge.server.rules;

import io.catalogbridge.mapping.rules.CommentSource;
import io.catalogbridge.mapping.rules.Exclusions;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.rules.RulesException.Reason;
import io.catalogbridge.server.store.AuditTrail.AuditRecord;
import io.catalogbridge.server.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleBookTest {

    private static final String ENV = "dog";
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final MappingRules CONFIGURED = MappingRules.defaults(ENV).withDatabasePattern("sap_{space}");
    private static final RuleSet WITHOUT_PLAYGROUND = new RuleSet(
            Optional.empty(), Optional.of(new Exclusions(List.of("PLAYGROUND", "SALES/TMP_*"))), Optional.empty());

    @TempDir
    private Path folder;

    private Store store;
    private RuleBook book;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.fixed(NOW, ZoneOffset.UTC));
        book = new RuleBook(ENV, CONFIGURED, false, () -> store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static RuleSet pattern(String pattern) {
        return new RuleSet(Optional.of(pattern), Optional.empty(), Optional.empty());
    }

    @Test
    void isAsConfiguredUntilSomebodyEdits() {
        assertThat(book.inForce()).isEqualTo(CONFIGURED);
        assertThat(book.current().number()).isZero();
        assertThat(book.history(10)).isEmpty();
    }

    @Test
    void laysTheYoungestVersionOverTheConfiguration() {
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");

        assertThat(book.inForce())
                .isEqualTo(CONFIGURED.withExclusions(new Exclusions(List.of("PLAYGROUND", "SALES/TMP_*"))));
        assertThat(new RuleBook(ENV, CONFIGURED, false, () -> store).current()).isEqualTo(book.current());
    }

    @Test
    void saysWhoChangedWhatWhenAndWhy() {
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");

        RuleVersion version = book.current();

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.edit()).contains(new RuleVersion.Edit(NOW, "ann", "not for others"));
        assertThat(version.differences()).containsExactly("leaves out: PLAYGROUND, SALES/TMP_*");
        AuditRecord record = store.audit().recent(ENV, 1).get(0);
        assertThat(record.actor()).isEqualTo("ann");
        assertThat(record.action()).isEqualTo("edit-rules");
        assertThat(record.subject()).isEqualTo("rules:1");
        assertThat(record.detail()).isEqualTo("not for others: leaves out: PLAYGROUND, SALES/TMP_*");
    }

    @Test
    void putsAnEarlierVersionBackAsANewOne() {
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");
        book.edit(WITHOUT_PLAYGROUND.with(pattern("x_{space}")), 1, "bob", "shorter");

        RuleVersion back = book.edit(book.version(1).rules(), 2, "ann", "too short");

        assertThat(back.number()).isEqualTo(3);
        assertThat(back.differences()).containsExactly("database pattern: x_{space} → sap_{space}");
        assertThat(book.rules(book.version(1))).isEqualTo(book.inForce());
        assertThat(book.history(2)).extracting(RuleVersion::number).containsExactly(3L, 2L);
        assertThat(book.edit(book.version(0).rules(), 3, "ann", "as configured").differences())
                .containsExactly("no longer leaves out: PLAYGROUND, SALES/TMP_*");
        assertThat(book.inForce()).isEqualTo(CONFIGURED);
    }

    @Test
    void keepsWhatAChangeDoesNotMention() {
        RuleSet labels = new RuleSet(Optional.empty(), Optional.empty(), Optional.of(CommentSource.LABEL));
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");

        book.edit(book.current().rules().with(labels), 1, "ann", "labels only");

        assertThat(book.inForce().exclusions().patterns()).hasSize(2);
        assertThat(book.inForce().comments()).isEqualTo(CommentSource.LABEL);
    }

    @Test
    void refusesAnEditOfRulesThatSomebodyElseHasEdited() {
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");

        assertRefused(() -> book.edit(pattern("x_{space}"), 0, "bob", "shorter"), Reason.STALE);
        assertThat(book.current().number()).isEqualTo(1);
        assertThat(store.audit().recent(ENV, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{space}{space}", "Sales_{space}", "x", "{space}-{env}"})
    void refusesRulesThatCannotBeUsed(String pattern) {
        assertRefused(() -> book.edit(pattern(pattern), 0, "ann", "why not"), Reason.INVALID);
        assertThat(book.inForce()).isEqualTo(CONFIGURED);
    }

    @Test
    void refusesWhatIsSoAlready() {
        assertRefused(() -> book.edit(pattern("sap_{space}"), 0, "ann", "why not"), Reason.UNCHANGED);
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        assertRefused(() -> book.version(7), Reason.NOT_FOUND);
    }

    @Test
    void isNotEditedWhereAllIsReadOnly() {
        RuleBook readOnly = new RuleBook(ENV, CONFIGURED, true, () -> store);

        assertRefused(() -> readOnly.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others"), Reason.READ_ONLY);
    }

    @Test
    void keepsEnvironmentsApart() {
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");

        assertThat(new RuleBook("wolf", CONFIGURED, false, () -> store)
                        .current()
                        .number())
                .isZero();
    }

    @Test
    void neverForgetsAVersion() {
        book.edit(WITHOUT_PLAYGROUND, 0, "ann", "not for others");

        assertThat(store.rules().append(ENV, 0, "bob", "again", "{}", List.of()))
                .isEmpty();
        assertThat(store.rules().recent(ENV, 10)).hasSize(1);
    }

    private static void assertRefused(ThrowingCallable edit, Reason reason) {
        assertThatThrownBy(edit)
                .isInstanceOfSatisfying(
                        RulesException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
