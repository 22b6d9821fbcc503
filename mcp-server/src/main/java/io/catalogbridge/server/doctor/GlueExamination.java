package io.catalogbridge.server.doctor;

import io.catalogbridge.connectors.glue.CallerIdentity;
import io.catalogbridge.connectors.glue.GlueTarget;
import io.catalogbridge.connectors.glue.PermissionCheck;
import io.catalogbridge.connectors.limits.RateState;
import io.catalogbridge.connectors.spi.ConnectorException;
import io.catalogbridge.connectors.spi.ErrorKind;
import io.catalogbridge.mapping.catalog.CatalogSnapshot;
import io.catalogbridge.mapping.catalog.Space;
import io.catalogbridge.mapping.rules.CatalogMapper;
import io.catalogbridge.mapping.rules.Exclusions;
import io.catalogbridge.mapping.rules.MappingRules;
import io.catalogbridge.server.bridge.Bridge;
import io.catalogbridge.server.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whose credentials these are, what they allow, whether the clocks agree, and how fast Glue may be called. */
record GlueExamination(Bridge bridge, Clock clock) implements Examination {

    private static final String IDENTITY = "aws identity";
    private static final String CLOCK = "aws clock";
    private static final String PERMISSIONS = "permissions";
    private static final String ANY_SPACE = "SPACE";
    private static final Duration TOLERABLE_SKEW = Duration.ofMinutes(1);
    private static final Set<String> WRITES = Set.of("glue:UpdateTable", "glue:BatchDeleteTable");

    @Override
    public void run(Consumer<Check> findings) {
        if (bridge.target() instanceof GlueTarget glue) {
            if (identity(glue, findings)) {
                permissions(glue, findings);
            } else {
                findings.accept(Check.skipped(PERMISSIONS, "Not tried, since AWS did not tell who we are", ""));
            }
            glue.rates().stream().map(GlueExamination::rate).forEach(findings);
        } else {
            findings.accept(Check.skipped("glue", "The target is not a Glue Data Catalog", ""));
        }
    }

    private boolean identity(GlueTarget glue, Consumer<Check> findings) {
        try {
            CallerIdentity caller = glue.identity();
            findings.accept(Check.ok(IDENTITY, caller.arn() + " of account " + caller.account()));
            findings.accept(caller.askedAt().map(this::skew).orElse(Check.ok(CLOCK, "AWS does not tell its time")));
            return true;
        } catch (ConnectorException e) {
            findings.accept(Check.failed(IDENTITY, e.getMessage(), remedy(e)));
            return false;
        }
    }

    private static String remedy(ConnectorException error) {
        return error.kind() == ErrorKind.UNAVAILABLE
                ? "Check the Region and, if one is configured, the endpoint; then the network, the proxy and the firewall."
                : error.remedy();
    }

    private Check skew(Instant theirs) {
        Duration skew = Duration.between(theirs, clock.instant()).abs();
        return skew.compareTo(TOLERABLE_SKEW) > 0
                ? Check.warning(
                        CLOCK,
                        "Our clock and that of AWS differ by " + skew.toSeconds() + " seconds",
                        "Set the clock of this machine: AWS refuses signatures that are minutes off.")
                : Check.ok(CLOCK, "Agrees with that of AWS");
    }

    private void permissions(GlueTarget glue, Consumer<Check> findings) {
        String database = database();
        glue.permissions(database).stream()
                .map(permission -> permission(permission, database))
                .forEach(findings);
        findings.accept(Check.skipped(
                "permission to create",
                "Whether databases" + (withJobs() ? ", tables and jobs" : " and tables")
                        + " may be created, and databases updated, cannot be known without doing it",
                "Allow " + String.join(", ", untried()) + "; the first apply tells."));
    }

    private List<String> untried() {
        Stream<String> always = Stream.of("glue:CreateDatabase", "glue:UpdateDatabase", "glue:CreateTable");
        Stream<String> jobs = withJobs()
                ? Stream.of("glue:GetJobs", "glue:CreateJob", "glue:UpdateJob", "glue:DeleteJob", "iam:PassRole")
                : Stream.empty();
        return Stream.concat(always, jobs).toList();
    }

    private boolean withJobs() {
        return bridge.ruleBook().configured().jobs().isPresent();
    }

    private Check permission(PermissionCheck permission, String database) {
        String name = "permission " + permission.action();
        if (permission.granted()) {
            return Check.ok(name, "Granted, as tried in database " + database);
        }
        return bridge.config().sync().readOnly() && WRITES.contains(permission.action())
                ? Check.skipped(name, "Not granted, and not needed in a read-only environment", "")
                : Check.failed(name, permission.message(), permission.remedy());
    }

    /** A database that a synchronisation would write to. */
    private String database() {
        String space = bridge.configuredSpaces().stream().findFirst().orElse(ANY_SPACE);
        CatalogSnapshot one = new CatalogSnapshot(
                "", false, List.of(new Space(space, null, null, List.of())), List.of(), List.of(), List.of());
        return CatalogMapper.map(one, rules().withExclusions(Exclusions.NONE))
                .catalog()
                .databases()
                .get(0)
                .name();
    }

    /** A store that cannot be opened is a check of its own. */
    private MappingRules rules() {
        try {
            return bridge.rules();
        } catch (StoreException e) {
            return bridge.ruleBook().configured();
        }
    }

    private static Check rate(RateState state) {
        String name = "rate limit of " + state.system();
        String pace = String.format(
                Locale.ROOT,
                "%.1f of %.1f calls per second, throttled %d times",
                state.perSecond(),
                state.ceilingPerSecond(),
                state.throttled());
        return state.perSecond() < state.ceilingPerSecond()
                ? Check.warning(
                        name, pace, "Others use the same quota: configure a lower rate, or ask AWS for a higher quota.")
                : Check.ok(name, pace);
    }
}
