package io.catalogbridge.server.scenarios;

import io.catalogbridge.connectors.glue.GlueConfig.Patience;
import io.catalogbridge.connectors.sandbox.SandboxConfig;
import io.catalogbridge.connectors.sandbox.TenantChoice;
import io.catalogbridge.connectors.sandbox.http.FaultScript;
import io.catalogbridge.connectors.sandbox.http.Faults;
import io.catalogbridge.mapping.plan.PlanPolicy;
import io.catalogbridge.mapping.rules.MappingRules;
import java.time.Duration;

/**
 * What a scenario starts from. Retries pause for next to nothing, and nothing limits the rate, so that bad days are short.
 *
 * @param patience of the Glue client
 */
record Settings(
        SandboxConfig sandbox, MappingRules rules, PlanPolicy policy, boolean verifyAfterApply, Patience patience) {

    /** Deletes at once, whatever their share. */
    static final PlanPolicy DELETING =
            new PlanPolicy(true, 1, Duration.ZERO, 1_000_000, PlanPolicy.FieldStrategies.DEFAULT);

    static Settings demo() {
        return of(new TenantChoice.Demo());
    }

    static Settings of(TenantChoice tenant) {
        return new Settings(
                SandboxConfig.demo().withTenant(tenant),
                MappingRules.defaults(Installation.ENVIRONMENT),
                PlanPolicy.CAUTIOUS,
                true,
                Patience.DEFAULT.withDelays(Duration.ofMillis(1), Duration.ofMillis(10)));
    }

    Settings withSandbox(SandboxConfig value) {
        return new Settings(value, rules, policy, verifyAfterApply, patience);
    }

    Settings withFaults(Faults tenant, Faults glue) {
        return withSandbox(sandbox.withFaults(tenant, glue));
    }

    /** The same with fault scripts that nobody else adds to. */
    Settings withOwnFaults() {
        return withFaults(
                sandbox.datasphereFaults().withScript(new FaultScript()),
                sandbox.awsFaults().withScript(new FaultScript()));
    }

    /** Makes processes Glue jobs. */
    Settings withJobs() {
        MappingRules more = rules.withJobs(MappingRules.JobRules.of("glue-role", "s3://scripts/run.py"));
        return new Settings(sandbox, more, policy, verifyAfterApply, patience);
    }

    Settings withPolicy(PlanPolicy value) {
        return new Settings(sandbox, rules, value, verifyAfterApply, patience);
    }

    Settings withVerifyAfterApply(boolean value) {
        return new Settings(sandbox, rules, policy, value, patience);
    }

    Settings withPatience(Patience value) {
        return new Settings(sandbox, rules, policy, verifyAfterApply, value);
    }
}
